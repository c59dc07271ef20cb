using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

internal static class Monitoring
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:operationalinsights:Workspace"] =
            new ArmType("Microsoft.OperationalInsights/workspaces/{workspaceName}")
            {
                Adds = workspace => workspace.Outputs["customerId"] = workspace.Guid("customer"),
            }.Rule();
        rules["azure-native:applicationinsights:Component"] = new ArmType("Microsoft.Insights/components/{resourceName}")
        {
            Fixed = ["applicationType"],
            Adds = AddComponent,
        }.Rule();
        rules["azure-native:applicationinsights:WebTest"] = new ArmType("Microsoft.Insights/webtests/{webTestName}").Rule();
        rules["azure-native:applicationinsights:Workbook"] = new ArmType("Microsoft.Insights/workbooks/{resourceName}").Rule();
        rules["azure-native:portal:Dashboard"] = new ArmType("Microsoft.Portal/dashboards/{dashboardName}").Rule();
        rules["azure-native:monitor:ActionGroup"] = new ArmType("Microsoft.Insights/actionGroups/{actionGroupName}").Rule();
        rules["azure-native:monitor:ActivityLogAlert"] =
            new ArmType("Microsoft.Insights/activityLogAlerts/{activityLogAlertName}").Rule();
        rules["azure-native:monitor:MetricAlert"] = new ArmType("Microsoft.Insights/metricAlerts/{ruleName}").Rule();
        rules["azure-native:monitor:ScheduledQueryRule"] =
            new ArmType("Microsoft.Insights/scheduledQueryRules/{ruleName}") { Fixed = ["scopes", "kind"] }.Rule();
        rules["azure-native:monitor:AutoscaleSetting"] =
            new ArmType("Microsoft.Insights/autoscaleSettings/{autoscaleSettingName}").Rule();
        rules["azure-native:monitor:DiagnosticSetting"] = new(DiagnosticSetting)
        {
            NameInput = "name",
            Immutable = ["name", "resourceUri"],
        };
        rules["azure-native:consumption:Budget"] = new(Budget)
        {
            NameInput = "budgetName",
            Immutable = ["budgetName", "scope", "timeGrain"],
        };
    }

    private static void AddComponent(ArmResource component)
    {
        var key = component.Guid("instrumentation");
        component.Outputs["instrumentationKey"] = key;
        component.Outputs["appId"] = component.Guid("application");
        component.Outputs["connectionString"] =
            $"InstrumentationKey={key};IngestionEndpoint=https://{component.Location}.in.applicationinsights.azure.com/;" +
            $"LiveEndpoint=https://{component.Location}.livediagnostics.monitor.azure.com/;" +
            $"ApplicationId={component.Outputs["appId"]}";
    }

    private static ComputedResource DiagnosticSetting(AzureScope scope, DeclaredResource resource) =>
        OnTarget(resource, resource.Text("resourceUri"), "Microsoft.Insights/diagnosticSettings", "name");

    private static ComputedResource Budget(AzureScope scope, DeclaredResource resource) =>
        OnTarget(resource, resource.Text("scope"), "Microsoft.Consumption/budgets", "budgetName");

    private static ComputedResource OnTarget(DeclaredResource resource, string target, string type, string nameInput)
    {
        var name = resource.TextOrNull(nameInput) ?? resource.Name;
        return new ComputedResource($"{target}/providers/{type}/{name}", name, new Dictionary<string, object>
        {
            ["name"] = name,
            ["type"] = type,
        });
    }
}
