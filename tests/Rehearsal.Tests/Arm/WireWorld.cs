using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

/// <summary>The shop that <c>docs/azure-wire.md</c> shows: one of everything that a release calls for.</summary>
internal static class WireWorld
{
    public const string Query = "AppRequests | summarize Count = sum(ItemCount) by AppVersion";

    private static readonly OperationDurations Minutes = new()
    {
        ContainerApp = TimeSpan.FromMinutes(1),
        Backup = TimeSpan.FromMinutes(1),
        Restore = TimeSpan.FromMinutes(1),
        Swap = TimeSpan.FromMinutes(1),
    };

    public static async Task<ServedAzure> OpenAsync()
    {
        var served = await ServedAzure.OpenAsync(Minutes, new ShopMetrics(), new ShopLogs());
        var small = served.Small;
        small.JobOutcomes.Next = new JobEnds(Succeeds: true, TimeSpan.FromMinutes(2));

        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100, "blue")], Secrets = ["key"], MinReplicas = 1 }.PutAsync(small);
        small.Time.Advance(TimeSpan.FromMinutes(1));
        await new AppOf
        {
            Suffix = "v2", Image = "r.io/web:v2", Secrets = ["key"], MinReplicas = 1,
            Traffic = [To("web--v1", 100, "blue"), To("web--v2", 0, "green")],
        }.PutAsync(small);
        small.Time.Advance(TimeSpan.FromMinutes(1));

        await small.PutAsync(
            "azure-native:app:Job",
            ("jobName", "migrate"),
            ("environmentId", EnvironmentId),
            ("location", "westeurope"),
            ("configuration", Map(("triggerType", "Manual"), ("replicaTimeout", 900))),
            ("template", Map(("containers", List(Map(("name", "migrate"), ("image", "r.io/migrate:v1")))))));
        await small.PutAsync(
            "azure-native:dbforpostgresql:Server",
            ("serverName", "psql"),
            ("location", "westeurope"),
            ("version", "17"),
            ("administratorLogin", "shop"),
            ("administratorLoginPassword", "not for anybody"),
            ("sku", Map(("name", "Standard_D2ds_v5"), ("tier", "GeneralPurpose"))));
        await small.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "S1"))));
        await small.PutAsync("azure-native:web:WebApp", ("name", "shop"), ("location", "westeurope"), ("serverFarmId", Plan), ("siteConfig", Site("v1")));
        await small.PutAsync(
            "azure-native:web:WebAppSlot", ("name", "shop"), ("slot", "green"), ("location", "westeurope"), ("serverFarmId", Plan), ("siteConfig", Site("v2")));
        await small.PutAsync("azure-native:operationalinsights:Workspace", ("workspaceName", "logs"), ("location", "westeurope"));
        await small.PutAsync("azure-native:containerregistry:Registry", ("registryName", "crshop"), ("location", "westeurope"), ("sku", Map(("name", "Basic"))));
        await small.Azure.Images.AddAsync("crshop.azurecr.io/web:v1", default);
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"), ("location", "westeurope"));
        var first = new SecretVersion("kv-shop", "api-key", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", Enabled: false, null, null, small.Time.GetUtcNow());
        await small.Azure.Secrets.PutAsync(first, default);
        await small.Azure.Secrets.PutAsync(
            first with
            {
                Version = "1f2e3d4c5b6a79880716253443526170",
                Enabled = true,
                NotBefore = small.Time.GetUtcNow(),
                Expires = small.Time.GetUtcNow().AddDays(90),
                Created = small.Time.GetUtcNow().AddSeconds(1),
            },
            default);
        return served;
    }

    private static string Plan => Id("Microsoft.Web/serverfarms/asp");

    private static Dictionary<string, object> Site(string tag) => Map(
        ("linuxFxVersion", $"DOCKER|r.io/shop:{tag}"),
        ("appSettings", List(Map(("name", "TAG"), ("value", tag)))));

    /// <summary>Two minutes of requests: most to the old revision, a few of them failed.</summary>
    private sealed class ShopMetrics : IMetricSource
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation) => Task.FromResult(
            All(range.Metric).Where(sample => sample.Time >= range.From && sample.Time < range.To).ToImmutableArray());

        public Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation) =>
            Task.FromResult(ImmutableArray.Create("web--v1"));

        private static IEnumerable<MetricSample> All(string metric) => metric switch
        {
            "Requests" =>
            [
                Sample(0, "web--v1", "2xx", 90), Sample(0, "web--v1", "5xx", 1), Sample(0, "web--v2", "2xx", 10), Sample(1, "web--v1", "2xx", 95),
            ],
            "ResponseTime" =>
            [
                new MetricSample(Start, Dimensions(("statusCodeCategory", "2xx")), Total: 500, Count: 10, Minimum: 20, Maximum: 140),
            ],
            _ => [],
        };

        private static MetricSample Sample(int minute, string revision, string category, long count) => new(
            Start.AddMinutes(minute), Dimensions(("revisionName", revision), ("statusCodeCategory", category)), count, count, 1, 1);

        private static ImmutableSortedDictionary<string, string> Dimensions(params (string Name, string Value)[] pairs) =>
            pairs.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value);
    }

    private sealed class ShopLogs : ILogSource
    {
        public Task<LogAnswer> QueryAsync(LogQuery query, CancellationToken cancellation) => Task.FromResult<LogAnswer>(query.Query switch
        {
            Query => new LogTables([new LogTable(
                "PrimaryResult",
                [new LogColumn("AppVersion", "string"), new LogColumn("Count", "long")],
                [[JsonValue.Create("web--v1"), JsonValue.Create(186)], [JsonValue.Create("web--v2"), JsonValue.Create(10)]])]),
            "Heartbeat" => new LogsAbsent(),
            _ => new LogQueryRefused("BadArgumentError", "The request had some invalid properties"),
        });
    }
}
