using Pulumi;
using Pulumi.AzureNative.Monitor;
using Pulumi.AzureNative.Monitor.Inputs;
using ActionGroupArgs = Pulumi.AzureNative.Monitor.ActionGroupArgs;

namespace ReleaseInfra.Infra.Observability;

/// <summary>Calls people when users are hurt: errors, slow answers, a database out of breath.</summary>
public sealed class Alerts : ComponentResource
{
    private readonly string _name;
    private readonly AlertsArgs _args;
    private readonly ActionGroup _people;

    public Alerts(string name, AlertsArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:observability:Alerts", name, options)
    {
        _name = name;
        _args = args;
        _people = People();
        LogAlert("error-rate", "Requests fail", AlertQueries.ErrorRate, AlertQueries.ErrorRateColumn, "PT5M",
            (double)args.Settings.ErrorRatePercent);
        LogAlert("p95", "Requests are slow", AlertQueries.P95, AlertQueries.P95Column, "PT10M", args.Settings.P95Milliseconds);
        DatabaseAlert();
        RegisterOutputs();
    }

    private ActionGroup People() => new(
        $"{_name}-people",
        new ActionGroupArgs
        {
            ActionGroupName = _args.Placement.Names.ActionGroup.Value,
            ResourceGroupName = _args.Placement.ResourceGroup,
            Location = "global",
            Tags = _args.Placement.Tags,
            // At most 12 characters; it stands in the subject of every mail.
            GroupShortName = "on-call",
            Enabled = true,
            EmailReceivers = _args.Notifications.Emails
                .OrderBy(email => email.Key, StringComparer.Ordinal)
                .Select(email => new MicrosoftCommonEmailReceiverArgs
                {
                    Name = email.Key,
                    EmailAddress = email.Value,
                    UseCommonAlertSchema = true,
                })
                .ToArray(),
        },
        new CustomResourceOptions { Parent = this });

    private void LogAlert(string what, string title, string query, string column, string window, double threshold) =>
        _ = new ScheduledQueryRule(
            $"{_name}-{what}",
            new ScheduledQueryRuleArgs
            {
                RuleName = _args.Placement.Names.Alert(what).Value,
                ResourceGroupName = _args.Placement.ResourceGroup,
                Location = _args.Placement.Location,
                Tags = _args.Placement.Tags,
                DisplayName = title,
                Kind = Kind.LogAlert,
                Enabled = true,
                Severity = 1,
                Scopes = _args.WorkspaceId,
                EvaluationFrequency = "PT5M",
                WindowSize = window,
                AutoMitigate = true,
                // A new workspace has no AppRequests table before the first request has been seen.
                SkipQueryValidation = true,
                Criteria = new ScheduledQueryRuleCriteriaArgs
                {
                    AllOf = new ConditionArgs
                    {
                        Query = query,
                        MetricMeasureColumn = column,
                        TimeAggregation = TimeAggregation.Maximum,
                        Operator = ConditionOperator.GreaterThan,
                        Threshold = threshold,
                        Dimensions = new DimensionArgs
                        {
                            Name = AlertQueries.ServiceColumn,
                            Operator = DimensionOperator.Include,
                            Values = "*",
                        },
                        FailingPeriods = new ConditionFailingPeriodsArgs
                        {
                            NumberOfEvaluationPeriods = 1,
                            MinFailingPeriodsToAlert = 1,
                        },
                    },
                },
                Actions = new ActionsArgs { ActionGroups = _people.Id },
            },
            new CustomResourceOptions { Parent = this });

    private void DatabaseAlert() => _ = new MetricAlert(
        $"{_name}-database-cpu",
        new MetricAlertArgs
        {
            RuleName = _args.Placement.Names.Alert("database-cpu").Value,
            ResourceGroupName = _args.Placement.ResourceGroup,
            Location = "global",
            Tags = _args.Placement.Tags,
            Description = "The database is short of CPU",
            Enabled = true,
            Severity = 2,
            Scopes = _args.DatabaseServerId,
            EvaluationFrequency = "PT5M",
            // Metric alerts know windows of 5 and of 15 minutes, and none between.
            WindowSize = "PT15M",
            AutoMitigate = true,
            Criteria = new MetricAlertSingleResourceMultipleMetricCriteriaArgs
            {
                OdataType = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
                AllOf = new MetricCriteriaArgs
                {
                    Name = "cpu",
                    CriterionType = "StaticThresholdCriterion",
                    MetricNamespace = "Microsoft.DBforPostgreSQL/flexibleServers",
                    MetricName = "cpu_percent",
                    TimeAggregation = AggregationTypeEnum.Average,
                    Operator = Operator.GreaterThan,
                    Threshold = _args.Settings.DatabaseCpuPercent,
                },
            },
            Actions = new MetricAlertActionArgs { ActionGroupId = _people.Id },
        },
        new CustomResourceOptions { Parent = this });
}
