using System.Text.Json;
using ReleaseInfra.Cli.Migrations.Clusters;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Release.Tests.Reports;
using ReleaseInfra.Release.Tests.Display;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>docs/cli.md shows the JSON as it is.</summary>
[NonParallelizable]
public sealed class DocumentedJsonTests
{
    [Test]
    public async Task Preview_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        var run = await InAsync(workspace, "preview", "production", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("preview --json"))));
    }

    [Test]
    public async Task Update_HasTheDocumentedMembers()
    {
        using var workspace = new TemporaryWorkspace();
        var run = await InAsync(workspace, "up", "dev", "--yes", "--json");
        var documented = Documented("up --json");

        Assert.That(Names(run.Json()), Is.EqualTo(Names(documented)));
        Assert.That(Names(run.Json().GetProperty("update")), Is.EqualTo(Names(documented.GetProperty("update"))));
    }

    [Test]
    public async Task History_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        await InAsync(workspace, "up", "production", "--yes");
        await RecordedJournals.WriteAsync(workspace, ReleaseStory.Settled());
        var run = await InAsync(workspace, "history", "production", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("history --json"))));
    }

    [Test]
    public async Task Status_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        await RecordedJournals.WriteAsync(workspace, Watched.Baking());
        var run = await InAsync(workspace, "status", "production", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("status --json"))));
    }

    [Test]
    public async Task Report_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        await RecordedJournals.WriteAsync(workspace, ReleaseStory.Settled());
        var run = await InAsync(workspace, "report", "production", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("report --json"))));
    }

    [Test]
    public async Task Replay_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        var wrong = new Judged("error rate", "web", Looks.At(Looks.Errors(1000, 60)), 1000, Verdict.Passed("All well."));
        await RecordedJournals.WriteAsync(workspace, ReleaseStory.Of(Beginnings.Web).Then(wrong));
        var run = await InAsync(workspace, "replay", "production", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("replay --json"))));
    }

    [Test]
    public async Task WhatIf_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        await RecordedJournals.WriteAsync(workspace, Watched.TurnedBack());
        var run = await InAsync(workspace, "what-if", "production", "--threshold", "errors=0.5%", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("what-if --json"))));
        Assert.That(run.Json().GetProperty("releases")[0].GetProperty("course").GetString(), Is.EqualTo("back"));
    }

    [Test]
    public async Task Drift_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        await InAsync(workspace, "up", "staging", "--yes");
        await LiveChange.MakeAsync(workspace, "staging", live => live.ShiftAsync("app-web-stg", "app-web-stg--green-v1-2-3", 100, "live"));
        var run = await InAsync(workspace, "drift", "staging", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("drift --json"))));
    }

    [Test]
    public async Task Plan_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        var run = await InAsync(workspace, "plan", "staging", "--tag", "v1.3.0", "--service", "web", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("plan --json"))));
    }

    [Test]
    public async Task MigrationsCheck_HasTheDocumentedShape()
    {
        if (PostgresPrograms.Find(Environment.GetEnvironmentVariable("PATH")) is null)
            Assert.Ignore("This machine has no PostgreSQL to try migrations on.");
        using var workspace = new TemporaryWorkspace();
        workspace
            .Write("db/1.sql", "CREATE TABLE orders (status text);\nCREATE TABLE shapes (outline polygon NOT NULL);")
            .Write("db/2.sql", "CREATE INDEX orders_status ON orders (status);");
        var run = await InAsync(workspace, "migrations", "check", workspace.PathOf("db"), "--since", "1.sql", "--window", "v1.2.3", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented("migrations check --json"))));
    }

    /// <param name="heading">How the heading over the example begins.</param>
    internal static JsonElement Documented(string heading)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "cli.md"));
        var section = text.IndexOf($"## `{heading}`", StringComparison.Ordinal);
        var start = text.IndexOf("```json\n", section, StringComparison.Ordinal) + "```json\n".Length;
        using var document = JsonDocument.Parse(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        return document.RootElement.Clone();
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    /// <summary>Every path of keys, in order; what a list holds and what a changed property was are values.</summary>
    internal static string[] Shape(JsonElement element) => [.. Paths(element, "").Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object when !path.EndsWith("changes[].to", StringComparison.Ordinal) =>
            element.EnumerateObject().SelectMany(member => Paths(member.Value, $"{path}.{member.Name}").Prepend($"{path}.{member.Name}")),
        JsonValueKind.Array when !path.EndsWith("changes[].to", StringComparison.Ordinal) =>
            element.EnumerateArray().SelectMany(item => Paths(item, $"{path}[]")),
        _ => [],
    };
}
