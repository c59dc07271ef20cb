using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Runs.Workloads;

namespace ReleaseInfra.Release.Tests.Runs.Workloads;

public sealed class RevisionReadinessTests
{
    private static readonly RevisionState Up = new(
        "web--v1", Active: true, Weight: 0, Replicas: 1, Created: null, "Healthy", "Provisioned", "Running", Host: null, ProvisioningError: null, Containers: []);

    private static readonly TestCaseData[] Cases =
    [
        Case("up", Up, new IsReady()),
        Case("up, in other letters", Up with { Health = "healthy", ProvisioningState = "PROVISIONED" }, new IsReady()),
        Case("not there", null, new NotReadyYet("There is no revision web--v1 yet.")),
        Case("starting", Up with { ProvisioningState = "Provisioning", Health = "None" }, new NotReadyYet("web--v1 is Provisioning, its health None.")),
        Case("unhealthy", Up with { Health = "Unhealthy" }, new NotReadyYet("web--v1 is Provisioned, its health Unhealthy.")),
        Case("a word that is not known", Up with { ProvisioningState = "Thinking" }, new NotReadyYet("web--v1 is Thinking, its health Healthy.")),
        Case("without a word", Up with { ProvisioningState = null, Health = null }, new NotReadyYet("web--v1 is not provisioned, its health not known.")),
        Case("failed", Up with { ProvisioningState = "Failed" }, new NeverReady("web--v1 could not be provisioned.")),
        Case("failed, with a reason", Up with { ProvisioningState = "failed", ProvisioningError = "The image is not there." }, new NeverReady("web--v1 could not be provisioned: The image is not there.")),
        Case("failed and stopped", Up with { ProvisioningState = "Failed", Active = false }, new NeverReady("web--v1 could not be provisioned.")),
        Case("stopped", Up with { Active = false }, new NeverReady("web--v1 is not active.")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Of(object? revision, object expected) =>
        Assert.That(RevisionReadiness.Of("web--v1", (RevisionState?)revision), Is.EqualTo(expected));

    private static TestCaseData Case(string name, RevisionState? revision, Readiness expected) =>
        new TestCaseData(revision, expected).SetArgDisplayNames(name);
}
