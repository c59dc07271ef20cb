using System.Collections.Immutable;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Release.Tests.Azure;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Proofs;

/// <summary>The way back, as the served Azure has it.</summary>
public sealed class RollbackFactsReaderTests
{
    private const string NoMetrics =
        "How many replicas all traffic needs is not known: there are no metrics of its requests of the last 15 minutes, "
        + "and no traffic is expected by configuration.";

    private ReleaseStore _store = null!;
    private LiveAzure _live = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _store = new ReleaseStore();
        _live = await LiveAzure.OpenAsync(metrics: _store);
        await _live.PutAppAsync("v1");
        await _live.PutAppAsync("v2", Row("web--v1", 90, "blue"), Row("web--v2", 10, "green"));
        // 1200 in the busiest minute, 20 a second; 0.8 s each: 16 at once, in replicas that take 8.
        _store.Add(_live.Time.GetUtcNow().AddMinutes(-5), "Requests", 600);
        _store.Add(_live.Time.GetUtcNow().AddMinutes(-3), "Requests", 1200);
        _store.Add(_live.Time.GetUtcNow().AddMinutes(-3), "ResponseTime", 800);
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Read_EverythingThere_IsProved() => Assert.That(await JudgeAsync(), Is.EqualTo(new RollbackProved(
    [
        "The app is in mode 'Multiple'.",
        "web--v1 is active.",
        "web--v1 is Healthy.",
        "web--v1 is Provisioned.",
        "web--v1 has 2 ready replicas, and all traffic needs 2 (20 requests a second of 0.8 s each, 8 at once in each replica).",
        "The image crshop.azurecr.io/web:v1 is in its registry as sha256:1f.",
        "Version 0a1b of secret api-key is in the vault.",
        "The release does not change the schema.",
    ])));

    [Test]
    public async Task Read_TooFewReplicas_IsNoProof() => Assert.That(
        await GapsAsync(Target() with { Concurrent = 4 }),
        Is.EqualTo(new[] { "web--v1 has 2 ready replicas, and all traffic needs 4 (20 requests a second of 0.8 s each, 4 at once in each replica)." }));

    [Test]
    public async Task Read_MoreExpectedThanMeasured_CountsTheExpected() => Assert.That(
        await GapsAsync(Target() with { Expected = new ExpectedLoad(100, TimeSpan.FromSeconds(0.5)) }),
        Is.EqualTo(new[] { "web--v1 has 2 ready replicas, and all traffic needs 7 (100 requests a second of 0.5 s each, 8 at once in each replica)." }));

    [Test]
    public async Task Read_NoMetrics_IsNotKnown()
    {
        _store.Clear();

        Assert.That(await GapsAsync(Target()), Is.EqualTo(new[] { NoMetrics }));
        Assert.That(await GapsAsync(Target() with { Expected = new ExpectedLoad(1, TimeSpan.FromSeconds(1)) }), Is.Empty);
    }

    [Test]
    public async Task Read_RevisionGone_IsNoProof() =>
        Assert.That(await GapsAsync(Target() with { Revision = "web--v0" }), Is.EqualTo(new[] { "There is no revision web--v0." }));

    [Test]
    public async Task Read_AppGone_IsNoProof() => Assert.That(
        (await GapsAsync(Target() with { App = _live.Group.ContainerApp("gone"), Expected = null }))[..2],
        Is.EqualTo(new[] { "There is no such app.", "There is no revision web--v1." }));

    [Test]
    public async Task Read_RevisionInactive_IsNoProof()
    {
        await _live.Azure.Revisions.DeactivateAsync(_live.App, "web--v1", default);

        Assert.That(await GapsAsync(Target()), Is.EqualTo(new[]
        {
            "web--v1 is not active.",
            "web--v1 is None, not Healthy.",
            "web--v1 is Deprovisioned, not Provisioned.",
            "web--v1 has 0 ready replicas, and all traffic needs 2 (20 requests a second of 0.8 s each, 8 at once in each replica).",
        }));
    }

    [Test]
    public async Task Read_RevisionUnhealthy_IsNoProof()
    {
        await _live.Embedded.ContainerApps.ReportHealthAsync(_live.App.Path, "web--v1", RevisionHealth.Unhealthy, default);

        Assert.That((await GapsAsync(Target()))[0], Is.EqualTo("web--v1 is Unhealthy, not Healthy."));
    }

    [TestCase("containerApps.get", "The app's revision mode is not known: Azure refused GET Microsoft.App/containerApps/web: 500 InternalServerError: ")]
    [TestCase("revisions.get", "Nothing is known of revision web--v1: Azure refused GET Microsoft.App/containerApps/web/revisions/web--v1: 500 ")]
    [TestCase("replicas.list", "How many replicas of web--v1 are ready is not known: Azure refused GET ")]
    [TestCase("metrics.list", "How many replicas all traffic needs is not known: Azure refused GET ")]
    public async Task Read_WithoutAnAnswer_IsNotKnown(string call, string gap)
    {
        _live.Fail(call, new ServerError(), times: 1000);

        var decision = (RollbackUnproved)await JudgeAsync();

        Assert.That(decision.Gaps.Single(), Is.TypeOf<Unknown>());
        Assert.That(decision.Gaps.Single().Message, Does.StartWith(gap));
    }

    [Test]
    public async Task Read_NobodyToAsk_IsNotKnown()
    {
        var nobody = new NotAsked("nobody asked");

        Assert.That((await JudgeAsync(Target(), nobody, nobody) as RollbackUnproved)?.Gaps, Is.EqualTo(new ProofGap[]
        {
            new Unknown("Whether the image crshop.azurecr.io/web:v1 can still be pulled is not known: nobody asked."),
            new Unknown("Version 0a1b of secret api-key could not be looked for: nobody asked."),
        }));
    }

    private async Task<ProofDecision> JudgeAsync(RollbackTarget? target = null, IImageRegistry? registry = null, IVaultSecrets? vault = null)
    {
        var reader = new RollbackFactsReader(
            _live.Azure.ContainerApps,
            _live.Azure.Revisions,
            new LoadReader(_live.Azure.Metrics, _live.Time),
            new VersionFactsReader(registry ?? _store, vault ?? _store));
        return RollbackProof.Judge(await reader.ReadAsync(target ?? Target(), default));
    }

    private async Task<string[]> GapsAsync(RollbackTarget target) =>
        await JudgeAsync(target) is RollbackUnproved unproved ? [.. unproved.Gaps.Select(gap => gap.Message)] : [];

    private RollbackTarget Target() => new(_live.App, "web--v1")
    {
        Concurrent = 8,
        Minimum = 1,
        Secrets = [new NeededSecret("api-key", "0a1b")],
        Schema = new Known<SchemaStanding>(new SchemaUnchanged()),
    };

    /// <summary>Metrics by name, and a registry and a vault that have everything.</summary>
    private sealed class ReleaseStore : IMetricSource, IImageRegistry, IVaultSecrets
    {
        private readonly List<(string Metric, MetricSample Sample)> _samples = [];

        public void Add(DateTimeOffset time, string metric, double value) =>
            _samples.Add((metric, new MetricSample(time, ImmutableSortedDictionary<string, string>.Empty, value, 1, value, value)));

        public void Clear() => _samples.Clear();

        public Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation) =>
            Task.FromResult(_samples.Where(sample => sample.Metric == range.Metric).Select(sample => sample.Sample).ToImmutableArray());

        public Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation) =>
            Task.FromResult(ImmutableArray<string>.Empty);

        Task<Fact<string>> IImageRegistry.FindAsync(string image, CancellationToken cancellation) =>
            Task.FromResult<Fact<string>>(new Known<string>("sha256:1f"));

        Task<Fact<string>> IVaultSecrets.FindAsync(string secret, string? version, CancellationToken cancellation) =>
            Task.FromResult<Fact<string>>(new Known<string>(version ?? "77ff"));
    }
}
