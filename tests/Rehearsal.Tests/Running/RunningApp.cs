using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Running;

/// <summary>A container app named web with probes of its health path, as a program states it.</summary>
internal sealed record RunningApp
{
    public const string Type = "azure-native:app:ContainerApp";

    public static readonly string Id = SmallAzure.Id("Microsoft.App/containerApps/web");

    private static readonly string EnvironmentId = SmallAzure.Id("Microsoft.App/managedEnvironments/cae");

    public required string Suffix { get; init; }

    public object[] Traffic { get; init; } = [];

    public bool HasIngress { get; init; } = true;

    public object[] Variables { get; init; } = [];

    public object[] Secrets { get; init; } = [];

    public static object To(string revision, int weight, string label) =>
        Map(("revisionName", revision), ("weight", weight), ("label", label));

    public (string Key, object Value)[] Inputs()
    {
        var container = Map(("name", "web"), ("image", "r.io/web:v1"), ("env", Variables));
        var configuration = Map(("activeRevisionsMode", "Multiple"), ("secrets", Secrets));
        if (HasIngress)
        {
            container["probes"] = List(Probe("Startup", 1, 10), Probe("Readiness", 1, 3), Probe("Liveness", 5, 6));
            configuration["ingress"] = Map(("external", true), ("targetPort", 3000), ("traffic", Traffic));
        }

        return
        [
            ("containerAppName", "web"),
            ("environmentId", EnvironmentId),
            ("configuration", configuration),
            ("template", Map(("revisionSuffix", Suffix), ("containers", List(container)))),
        ];
    }

    public Task PutAsync(RunningScene scene) => scene.PutAsync(Type, Inputs());

    private static Dictionary<string, object> Probe(string type, int delay, int failures) => Map(
        ("type", type),
        ("httpGet", Map(("path", "/healthz"), ("port", 3000))),
        ("initialDelaySeconds", delay),
        ("periodSeconds", 5),
        ("timeoutSeconds", 3),
        ("failureThreshold", failures));
}
