using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Rehearse.Faults;

namespace ReleaseInfra.Release.Tests.Rehearse.Faults;

public sealed class FaultSyntaxTests
{
    private static IEnumerable<TestCaseData> Good =>
    [
        new("errors=6%@10", new ErrorsFault(0.06, 10), "errors=6%@10"),
        new("errors=0.5%", new ErrorsFault(0.005, null), "errors=0.5%"),
        new("errors=100%@50%", new ErrorsFault(1, 50), "errors=100%@50"),
        new("latency=+800ms", new LatencyFault(TimeSpan.FromMilliseconds(800), null), "latency=+800ms"),
        new("latency=2s@20", new LatencyFault(TimeSpan.FromSeconds(2), 20), "latency=+2000ms@20"),
        new("crash-loop", new CrashLoopFault(), "crash-loop"),
        new("slow-start=90s", new SlowStartFault(TimeSpan.FromSeconds(90)), "slow-start=90s"),
        new("bad-health", new BadHealthFault(null), "bad-health"),
        new("memory-leak@10", new MemoryLeakFault(10), "memory-leak@10"),
        new("no-metrics@50", new NoMetricsFault(50), "no-metrics@50"),
        new("azure-429", new AzureThrottlesFault(null), "azure-429"),
        new("azure-409@10", new AzureConflictsFault(10), "azure-409@10"),
        new("azure-down=30s", new AzureDownFault(TimeSpan.FromSeconds(30), null), "azure-down=30s"),
        new("azure-down=5m@10", new AzureDownFault(TimeSpan.FromMinutes(5), 10), "azure-down=5m@10"),
        new("kill-engine", new KillEngineFault(new KillInStep(null)), "kill-engine@step"),
        new("kill-engine@step", new KillEngineFault(new KillInStep(null)), "kill-engine@step"),
        new("kill-engine@step-10", new KillEngineFault(new KillInStep(10)), "kill-engine@step-10"),
        new("kill-engine@10%", new KillEngineFault(new KillInStep(10)), "kill-engine@step-10"),
        new("kill-engine@baking-50", new KillEngineFault(new KillInBake(50)), "kill-engine@baking-50"),
        new("kill-engine@smoke-tested", new KillEngineFault(KillInState.Find("smoke-tested")!), "kill-engine@smoke-tested"),
        new("database-slow", new DatabaseSlowFault(null), "database-slow"),
        new("config-conflict@20", new ConfigConflictFault(20), "config-conflict@20"),
    ];

    [TestCaseSource(nameof(Good))]
    public void Parse_AsWritten(string text, object fault, string again)
    {
        Assert.That(FaultSyntax.Parse(text), Is.EqualTo(fault));
        Assert.That(FaultSyntax.Parse(text).ToString(), Is.EqualTo(again));
        Assert.That(FaultSyntax.Parse(again), Is.EqualTo(fault));
    }

    [TestCase("errors", "errors=N%[@W]: its amount is more than 0 % and no more than 100 %.")]
    [TestCase("errors=6", "errors=N%[@W]: its amount is more than 0 % and no more than 100 %.")]
    [TestCase("errors=0%", "errors=N%[@W]: its amount is more than 0 % and no more than 100 %.")]
    [TestCase("errors=101%", "errors=N%[@W]: its amount is more than 0 % and no more than 100 %.")]
    [TestCase("errors=+6%", "errors=N%[@W]: its amount is more than 0 % and no more than 100 %.")]
    [TestCase("errors=NaN%", "errors=N%[@W]: its amount is more than 0 % and no more than 100 %.")]
    [TestCase(
        "errors=6%@0",
        "errors=N%[@W]: what stands behind '@' is the new version's share of the traffic from which on it is there, 1 to 100.")]
    [TestCase("latency=fast", "latency=+N(ms|s)[@W]: its amount is from 1 ms to 10 minutes, such as +800ms or +2s.")]
    [TestCase("latency=+0ms", "latency=+N(ms|s)[@W]: its amount is from 1 ms to 10 minutes, such as +800ms or +2s.")]
    [TestCase("crash-loop=2", "crash-loop: it takes no amount.")]
    [TestCase("crash-loop@10", "crash-loop: it is there from the new version's start on, and takes no '@'.")]
    [TestCase("slow-start", "slow-start=N(s|m): its amount is up to 12 hours, in seconds, minutes or hours such as 30s, 5m or 2h.")]
    [TestCase("azure-down=13h", "azure-down=N(s|m)[@W]: its amount is up to 12 hours, in seconds, minutes or hours such as 30s, 5m or 2h.")]
    [TestCase(
        "kill-engine@lunch",
        "kill-engine[@STATE]: what stands behind '@' is planned, past-preflight, backed-up, migrated, deployed, smoke-tested, drilling, drilled, " +
        "complete, watching, rolling-back, step-N while N percent are written, or baking-N while they are judged.")]
    public void Rejects_WhatIsNoneOfTheForm(string text, string why) => Assert.That(
        () => FaultSyntax.Parse(text),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
            $"'{text}' is no fault of the form {why} 'release rehearse --list-faults' explains each."));

    [Test]
    public void Rejects_AnUnknownFault_WithTheOneThatWasMeant() => Assert.That(
        () => FaultSyntax.Parse("crashloop"),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
            "There is no fault 'crashloop'; did you mean 'crash-loop'? The faults are errors=N%[@W], latency=+N(ms|s)[@W], crash-loop, " +
            "slow-start=N(s|m), bad-health[@W], memory-leak[@W], no-metrics[@W], azure-429[@W], azure-409[@W], azure-down=N(s|m)[@W], " +
            "kill-engine[@STATE], database-slow[@W], config-conflict[@W]. 'release rehearse --list-faults' explains each."));

    [Test]
    public void Kinds_CanAllBeWrittenAsTheirExamplesAre()
    {
        foreach (var kind in FaultKind.All)
            Assert.That(FaultSyntax.Parse(kind.Example).Kind, Is.SameAs(kind));
    }

    [Test]
    public void Kinds_AreToldApartByName() => Assert.That(FaultKind.All.Select(kind => kind.Name), Is.Unique);
}
