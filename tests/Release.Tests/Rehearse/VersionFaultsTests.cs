using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Running;

namespace ReleaseInfra.Release.Tests.Rehearse;

internal sealed class VersionFaultsTests
{
    private static readonly TestCaseData[] OfTheNewVersion =
    [
        new TestCaseData("errors=6%", VersionBehaviour.Normal with { Fault = new BackendFault(0.06, TimeSpan.Zero) }),
        new TestCaseData("latency=+800ms", VersionBehaviour.Normal with { Fault = new BackendFault(0, TimeSpan.FromMilliseconds(800)) }),
        new TestCaseData("crash-loop", VersionBehaviour.Normal with { CrashesAfter = TimeSpan.FromSeconds(1) }),
        new TestCaseData("slow-start=90s", VersionBehaviour.Normal with { StartsAfter = TimeSpan.FromSeconds(90) }),
        new TestCaseData("bad-health", VersionBehaviour.Normal with { IsUnhealthy = true }),
        new TestCaseData("memory-leak", VersionBehaviour.Normal with { OutOfMemoryEvery = TimeSpan.FromMinutes(2) }),
    ];

    [TestCaseSource(nameof(OfTheNewVersion))]
    public void Of_NewVersion_BehavesAsTheFaultSays(string fault, VersionBehaviour expected) =>
        Assert.That(Of(isNew: true, weight: 0, fault), Is.EqualTo(expected));

    [TestCaseSource(nameof(OfTheNewVersion))]
    public void Of_OldVersion_IsSound(string fault, VersionBehaviour faulty)
    {
        Assert.That(Of(isNew: false, weight: 100, fault), Is.EqualTo(VersionBehaviour.Normal).And.Not.EqualTo(faulty));
    }

    [TestCase(0, 0)]
    [TestCase(9, 0)]
    [TestCase(10, 0.06)]
    [TestCase(50, 0.06)]
    public void Of_FaultFromAWeightOn_BeginsThere(int weight, double share) =>
        Assert.That(Of(isNew: true, weight, "errors=6%@10").Fault.ErrorShare, Is.EqualTo(share));

    [Test]
    public void Of_SlowDatabase_IsOfBothVersions() => Assert.That(
        (Of(true, 20, "database-slow").Fault.Delay, Of(false, 20, "database-slow").Fault.Delay),
        Is.EqualTo((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3))));

    [Test]
    public void Of_SeveralFaults_AddUp() => Assert.That(
        Of(isNew: true, weight: 10, "errors=6%", "latency=+1s", "database-slow").Fault,
        Is.EqualTo(new BackendFault(0.06, TimeSpan.FromSeconds(4))));

    [TestCase("azure-429")]
    [TestCase("azure-409")]
    [TestCase("azure-down=30s")]
    public void Of_FaultOfAzure_ChangesNoVersionAndHasARule(string fault)
    {
        Assert.That(Of(isNew: true, weight: 100, fault), Is.EqualTo(VersionBehaviour.Normal));
        Assert.That(AzureFaults.RuleOf(FaultSyntax.Parse(fault)), Is.Not.Null);
    }

    private static VersionBehaviour Of(bool isNew, int weight, params string[] faults) =>
        VersionFaults.Of(faults.Select(FaultSyntax.Parse), isNew, weight);
}
