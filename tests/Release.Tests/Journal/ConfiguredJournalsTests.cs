using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Journal;

public sealed class ConfiguredJournalsTests
{
    private const string Staging = "stacks/environments/staging.json";
    private const string File = "20261121-120000-0a1b2c3d.jsonl";
    private const string Blobs = "\"journal\": { \"kind\": \"blob\", \"container\": \"https://shopjournals.blob.core.windows.net/releases\" },\n  \"network\":";

    private TemporaryWorkspace _workspace = null!;

    private IJournalStore Configured => JournalStores.Configured(Open(), new ManualTime());

    [SetUp]
    public void CopyWorkspace() => _workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [Test]
    public void EachStack_HasItsJournalsWhereItSays()
    {
        _workspace.Replace(Staging, "\"network\":", Blobs);
        var journals = Configured;

        Assert.That(journals.NameOf(Of("staging")), Is.EqualTo($"https://shopjournals.blob.core.windows.net/releases/staging/{File}"));
        Assert.That(journals.NameOf(Of("production")), Is.EqualTo($".release/production/journal/{File}"));
    }

    // A request in a folder of this machine would never be read by the process that carries the release on another.
    [TestCase("pulumi", false)]
    [TestCase("local", true)]
    public void Requests_AreAFolder_WhereJournalsAreNotShared(string engine, bool asked)
    {
        _workspace.Replace(Staging, "\"network\":", Blobs);
        var requests = Composition.Open(_workspace.Folder, engine, CommandLineRun.Machine(_workspace), new ManualTime()).RequestsOf;

        Assert.That(requests("staging") is not null, Is.EqualTo(asked));
        Assert.That(requests("production"), Is.Not.Null);
    }

    [Test]
    public void EngineLocal_TakesFiles()
    {
        _workspace.Replace(Staging, "\"network\":", Blobs);

        Assert.That(JournalStores.Local(Open()).NameOf(Of("staging")), Is.EqualTo($".release/staging/journal/{File}"));
    }

    [Test]
    public void WhatElseIsWrong_DoesNotMatter()
    {
        _workspace.Replace(Staging, "\"network\":", "\"rollout\": { \"bake\": \"for ever\" },\n  " + Blobs);

        Assert.That(Configured.NameOf(Of("staging")), Does.StartWith("https://shopjournals.blob.core.windows.net/"));
    }

    [Test]
    public void Rejects_WhatSaysNothing()
    {
        _workspace.Replace(Staging, "\"network\":", "\"journal\": { \"kind\": \"blob\" },\n  \"network\":");

        var failure = Assert.Throws<ReleaseFailure>(() => Configured.NameOf(Of("staging")))!;

        Assert.That(failure.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(
            failure.Message,
            Does.StartWith("Where staging keeps its journals cannot be read: ").And.Contain("journal.container").And.Contain("The key 'container' is missing."));
    }

    [Test]
    public void Rejects_AnUnknownStack() => Assert.That(
        () => Configured.NameOf(Of("stagign")),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo("There is no stack 'stagign'. The stacks are dev, staging, production."));

    private static JournalName Of(string stack) => new(stack, ReleaseId.Parse("20261121-120000-0a1b2c3d"));

    private Workspace Open() => Workspace.Find(_workspace.Folder)!;
}
