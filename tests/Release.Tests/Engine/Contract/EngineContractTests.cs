using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Release.Tests.Engine.Contract;

/// <summary>What every engine holds to.</summary>
[TestFixture("local")]
[TestFixture("pulumi")]
[NonParallelizable]
internal sealed class EngineContractTests(string engine)
{
    private static readonly ContractResource Cart = new("cart", "shop");
    private static readonly ContractResource Basket = new("basket", "shop");

    private IEngineSubject _subject = null!;

    [SetUp]
    public void Start() => _subject = engine == "local" ? new LocalSubject() : new PulumiSubject();

    [TearDown]
    public void End() => _subject.Dispose();

    [Test]
    public void Name_IsAsOnTheCommandLine() => Assert.That(_subject.Engine.Name, Is.EqualTo(engine));

    [Test]
    public async Task Recall_OfNothing_IsNull() => Assert.That(await RecallAsync(), Is.Null);

    [Test]
    public async Task Preview_OfNothing_ChangesNothing()
    {
        var plan = await PreviewAsync();

        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.From, Is.Null);
        Assert.That(plan.Release, Is.EqualTo(_subject.Settings.Release));
    }

    [Test]
    public async Task Preview_OfWhatIsNew_CreatesIt()
    {
        var plan = await PreviewAsync(Cart, Basket);

        Assert.That(Operations(plan), Is.EqualTo(new[] { "create basket", "create cart" }));
        Assert.That(
            plan.Changes[1].Changes.Select(change => $"{change.Path}: {change.From?.Text()} -> {change.To?.Text()}"),
            Is.EqualTo(new[] { "resourceGroupName:  -> \"rg-cart\"", "tags:  -> { team: \"shop\" }" }));
    }

    [Test]
    public async Task Up_ThenPreview_ChangesNothing()
    {
        var applied = await UpAsync(Cart, Basket);
        var again = await PreviewAsync(Cart, Basket);

        Assert.That(Operations(again), Is.EqualTo(new[] { "same basket", "same cart" }));
        Assert.That(again.From!.IsFinished, Is.True);
        Assert.That(again.From.Resources.Select(resource => resource.Urn), Is.EqualTo(applied.Resources.Select(resource => resource.Urn)));
    }

    [Test]
    public async Task Recall_AfterUp_KnowsTheRelease()
    {
        await UpAsync(Cart);
        var recalled = await RecallAsync();

        Assert.That(ReleaseChanges.Between(recalled!.Release, _subject.Settings.Release), Is.Empty);
        Assert.That(recalled.Release.Services, Is.Not.Empty);
        Assert.That(recalled.Location, Is.EqualTo(_subject.Settings.Location));
    }

    [Test]
    public async Task Preview_OfAChange_SaysFromAndTo()
    {
        await UpAsync(Cart);
        var plan = await PreviewAsync(Cart with { Team = "pay" });

        Assert.That(Operations(plan), Is.EqualTo(new[] { "update cart" }));
        Assert.That(plan.Changes[0].Changes, Is.EqualTo(
            new[] { new PropertyChange("tags.team", new TextValue("shop"), new TextValue("pay"), ForcesReplacement: false) }));
    }

    [Test]
    public async Task Up_OfAChange_TellsWhatIsDone()
    {
        await UpAsync(Cart, Basket);
        var told = new List<string>();
        await UpAsync([Cart with { Team = "pay" }], change => told.Add(
            $"{change.Number}/{change.Of} {change.Change.Operation.Word()} {change.Change.Resource.Name}"));

        Assert.That(told, Is.EquivalentTo(new[] { "1/2 update cart", "2/2 delete basket" })
            .Or.EquivalentTo(new[] { "1/2 delete basket", "2/2 update cart" }));
    }

    [Test]
    public async Task Destroy_LeavesNothing()
    {
        await UpAsync(Cart);
        var left = await DestroyAsync();
        var recalled = await RecallAsync();

        Assert.That(left.Resources, Is.Empty);
        Assert.That(recalled!.Resources, Is.Empty);
        Assert.That(recalled.Release.Services, Is.Empty);
    }

    [Test]
    public async Task Outputs_AreKept_AndSecretsHidden()
    {
        var applied = await UpAsync(Cart);
        var recalled = await RecallAsync();

        foreach (var outputs in new[] { applied.Outputs, recalled!.Outputs })
        {
            Assert.That(outputs.Find("count"), Is.EqualTo(new TextValue("1 groups")));
            Assert.That(outputs.Find("password"), Is.TypeOf<SecretValue>());
            Assert.That(outputs.Text(), Does.Not.Contain(ContractResource.ClearSecret));
        }
    }

    [Test]
    public async Task History_OfNothing_IsEmpty() => Assert.That(await HistoryAsync(), Is.Empty);

    [Test]
    public async Task History_OldestFirst()
    {
        await UpAsync(Cart);
        await DestroyAsync();
        var history = await HistoryAsync();

        Assert.That(history.Select(update => (update.Number, update.Kind, update.By)), Is.EqualTo(
            new[] { (1, UpdateKind.Up, "ann@laptop"), (2, UpdateKind.Destroy, "ann@laptop") }));
        Assert.That(history.Select(update => update.End), Is.All.TypeOf<Succeeded>());
        Assert.That(history[0].Counts.Create, Is.EqualTo(1));
        Assert.That(history[0].Release, Is.Not.Empty);
        Assert.That(history[0].Release.Select(row => row.From), Is.All.Null);
        Assert.That(history[1].Release.Select(row => row.To), Is.All.Null);
    }

    [Test]
    public async Task Up_HalfWay_KeepsWhatWasDone()
    {
        var failure = Assert.ThrowsAsync<ReleaseFailure>(() => UpAsync(Cart, ContractResource.Refused))!;
        var recalled = await RecallAsync();
        var history = await HistoryAsync();

        Assert.That(failure.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(failure.Message, Does.EndWith("1 of 2 changes were made and are kept; once the cause is gone, 'release up dev' makes the rest."));
        Assert.That(failure.Message, Does.Contain("::refused.").And.Not.Contain(ContractResource.ClearSecret));
        Assert.That(recalled!.IsFinished, Is.False);
        Assert.That(recalled.Resources.Select(resource => resource.Name), Is.EqualTo(new[] { "cart" }));
        Assert.That(history.Single().End, Is.TypeOf<Failed>().With.Property(nameof(Failed.Done)).EqualTo(1));
    }

    [Test]
    public async Task Up_Interrupted_KeepsWhatWasDone()
    {
        using var interrupt = new CancellationTokenSource();
        _subject.ExpectInterrupt();
        var failure = Assert.ThrowsAsync<ReleaseFailure>(() => UpAsync(
            [Cart, Basket],
            _ =>
            {
                interrupt.Cancel();
                _subject.Interrupt();
            },
            interrupt.Token))!;
        var recalled = await RecallAsync();

        Assert.That(failure.Code, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(failure.Message, Is.EqualTo("Interrupted: 1 of 2 changes were made and are kept. 'release up dev' makes the rest."));
        Assert.That(recalled!.IsFinished, Is.False);
        Assert.That(recalled.Resources, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Up_WhileSomebodyElseUpdates_SaysWho()
    {
        await using var elsewhere = await _subject.UpdateElsewhereAsync();
        var failure = Assert.ThrowsAsync<ReleaseFailure>(() => UpAsync(Cart))!;

        Assert.That(failure.Code, Is.EqualTo(ExitCode.Locked));
        Assert.That(failure.Message, Does.StartWith("dev is locked by ").And.Contains("42").And.Contains("build-7").And.Contains("2026-11-02 08:30:00 UTC"));
    }

    private Task<AppliedStack?> RecallAsync()
    {
        _subject.Prepare();
        return _subject.Engine.RecallAsync(StackName.Dev, CancellationToken.None);
    }

    private async Task<IReadOnlyList<StackUpdate>> HistoryAsync()
    {
        _subject.Prepare();
        return await _subject.Engine.HistoryAsync(StackName.Dev, CancellationToken.None);
    }

    private async Task<StackPlan> PreviewAsync(params ContractResource[] declared)
    {
        _subject.Declared = declared;
        var applied = await RecallAsync();
        return await _subject.Engine.PreviewAsync(_subject.Settings, applied, new Unheard<EngineProgress>(), CancellationToken.None);
    }

    private Task<AppliedStack> UpAsync(params ContractResource[] declared) => UpAsync(declared, _ => { });

    private async Task<AppliedStack> UpAsync(ContractResource[] declared, Action<AppliedChange> told, CancellationToken cancellation = default)
    {
        await using var writing = await _subject.Engine.LockAsync(StackName.Dev, "up", CancellationToken.None);
        var plan = await PreviewAsync(declared);
        return await _subject.Engine.ApplyAsync(plan, UpdateKind.Up, new Heard(told), cancellation);
    }

    private async Task<AppliedStack> DestroyAsync()
    {
        await using var writing = await _subject.Engine.LockAsync(StackName.Dev, "destroy", CancellationToken.None);
        var applied = await RecallAsync();
        return await _subject.Engine.ApplyAsync(
            Destruction.Of(StackName.Dev, applied!), UpdateKind.Destroy, new Heard(_ => { }), CancellationToken.None);
    }

    private static string[] Operations(StackPlan plan) =>
        [.. plan.Changes.Select(change => $"{change.Operation.Word()} {change.Resource.Name}")];

    private sealed class Unheard<T> : IProgress<T>
    {
        public void Report(T value)
        {
        }
    }

    private sealed class Heard(Action<AppliedChange> told) : IProgress<AppliedChange>
    {
        public void Report(AppliedChange value) => told(value);
    }
}
