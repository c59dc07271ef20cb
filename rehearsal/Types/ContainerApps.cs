namespace ReleaseInfra.Rehearsal.Types;

internal static class ContainerApps
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:app:ManagedEnvironment"] = new ArmType("Microsoft.App/managedEnvironments/{environmentName}")
        {
            Fixed = ["zoneRedundant", "vnetConfiguration", "infrastructureResourceGroup"],
            Secret = ["appLogsConfiguration.logAnalyticsConfiguration.sharedKey", "daprAIConnectionString"],
            Adds = AddEnvironment,
        }.Rule();
        rules["azure-native:app:ContainerApp"] = new ArmType("Microsoft.App/containerApps/{containerAppName}")
        {
            Fixed = ["environmentId", "managedEnvironmentId"],
            Secret = ["configuration.secrets[].value"],
            Adds = AddApp,
        }.Rule();
        rules["azure-native:app:Job"] = new ArmType("Microsoft.App/jobs/{jobName}")
        {
            Fixed = ["environmentId"],
            Secret = ["configuration.secrets[].value"],
            Adds = AddJob,
        }.Rule();
        rules["azure-native:app:Certificate"] =
            new ArmType("Microsoft.App/managedEnvironments/{environmentName}/certificates/{certificateName}")
            {
                Secret = ["properties.password", "properties.value"],
            }.Rule();
        rules["azure-native:app:ManagedCertificate"] =
            new ArmType("Microsoft.App/managedEnvironments/{environmentName}/managedCertificates/{managedCertificateName}")
                .Rule();
    }

    private static void AddEnvironment(ArmResource environment)
    {
        environment.AddIdentity();
        environment.Outputs["defaultDomain"] = Domain(environment.Scope, environment.Id, environment.Location);
        environment.Outputs["staticIp"] = "20.0.0.4";
        environment.Outputs["provisioningState"] = "Succeeded";
        environment.Outputs["eventStreamEndpoint"] = EventStream(environment);
    }

    private static void AddApp(ArmResource app)
    {
        app.AddIdentity();
        var outputs = app.Outputs;
        var domain = Domain(app.Scope, app.Declared.TextOrNull("environmentId") ?? app.Declared.Text("managedEnvironmentId"), app.Location);
        var revision = $"{app.Name}--{app.Declared.TextOrNull("template.revisionSuffix") ?? "0000001"}";

        outputs["provisioningState"] = "Succeeded";
        outputs["runningStatus"] = "Running";
        outputs["latestRevisionName"] = revision;
        outputs["latestReadyRevisionName"] = revision;
        outputs["latestRevisionFqdn"] = "";
        outputs["customDomainVerificationId"] = app.Hex("domain", 64).ToUpperInvariant();
        outputs["eventStreamEndpoint"] = EventStream(app);
        if (app.Declared.Find("configuration.ingress") is null)
            return;

        var suffix = app.Declared.Flag("configuration.ingress.external", otherwise: false) ? domain : $"internal.{domain}";
        outputs["latestRevisionFqdn"] = $"{revision}.{suffix}";
        outputs["configuration"] = new Dictionary<string, object>
        {
            ["ingress"] = new Dictionary<string, object> { ["fqdn"] = $"{app.Name}.{suffix}" },
        };
    }

    private static void AddJob(ArmResource job)
    {
        job.AddIdentity();
        job.Outputs["provisioningState"] = "Succeeded";
        job.Outputs["runningState"] = "Ready";
        job.Outputs["eventStreamEndpoint"] = EventStream(job);
    }

    /// <summary>One function of the environment's id, so that an app knows its host name from its environment's id alone.</summary>
    private static string Domain(AzureScope scope, string environmentId, string location) =>
        $"rehearsal-{Derived.Hex($"{scope.Stack}{environmentId}/domain", 8)}.{location}.azurecontainerapps.io";

    private static string EventStream(ArmResource resource) =>
        $"https://{resource.Location}.azurecontainerapps.dev{resource.Id}/eventstream";
}
