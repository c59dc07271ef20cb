using ReleaseInfra.Rehearsal.Resources;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.ContainerApps;

/// <summary>A container app in the words that matter: image, suffix, mode, traffic.</summary>
internal sealed record AppOf
{
    public const string Type = "azure-native:app:ContainerApp";

    public static readonly string AppId = Id("Microsoft.App/containerApps/web");

    public static readonly string EnvironmentId = Id("Microsoft.App/managedEnvironments/cae");

    public string Name { get; init; } = "web";

    public string Image { get; init; } = "r.io/web:v1";

    public string? Suffix { get; init; }

    public string Mode { get; init; } = "Multiple";

    public object[]? Traffic { get; init; }

    public string[] Secrets { get; init; } = [];

    public string? SecretRef { get; init; }

    public int? InactiveKept { get; init; }

    public int MinReplicas { get; init; }

    public bool HasIngress { get; init; } = true;

    public bool IsExternal { get; init; } = true;

    public bool HasIdentity { get; init; }

    public static async Task<SmallAzure> OpenAsync(ReleaseInfra.Rehearsal.Operations.OperationDurations? durations = null)
    {
        var small = await SmallAzure.OpenAsync(durations);
        await small.PutAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"));
        return small;
    }

    public static object To(string revision, int weight, string? label = null) => label is null
        ? Map(("revisionName", revision), ("weight", weight))
        : Map(("revisionName", revision), ("weight", weight), ("label", label));

    public static object ToLatest(int weight) => Map(("latestRevision", true), ("weight", weight));

    public static object ToLabel(string label, int weight) => Map(("label", label), ("weight", weight));

    public Task<PutResult> PutAsync(SmallAzure small) => small.PutAsync(Type, Inputs());

    public Task<AzureError> RefusalAsync(SmallAzure small) => SmallAzure.RefusalAsync(() => PutAsync(small));

    private (string Key, object Value)[] Inputs()
    {
        var container = Map(("name", "web"), ("image", Image));
        if (SecretRef is not null)
            container["env"] = List(Map(("name", "KEY"), ("secretRef", SecretRef)));

        var template = Map(("containers", List(container)), ("scale", Map(("minReplicas", MinReplicas))));
        if (Suffix is not null)
            template["revisionSuffix"] = Suffix;

        var configuration = Map(("activeRevisionsMode", Mode), ("secrets", Secrets.Select(name => (object)Map(("name", name))).ToArray()));
        if (InactiveKept is { } kept)
            configuration["maxInactiveRevisions"] = kept;
        if (HasIngress)
        {
            var ingress = Map(("external", IsExternal));
            if (Traffic is not null)
                ingress["traffic"] = Traffic;
            configuration["ingress"] = ingress;
        }

        (string Key, object Value)[] inputs =
        [
            ("containerAppName", Name), ("environmentId", EnvironmentId), ("configuration", configuration), ("template", template),
        ];
        return HasIdentity ? [.. inputs, ("identity", Map(("type", "SystemAssigned")))] : inputs;
    }
}
