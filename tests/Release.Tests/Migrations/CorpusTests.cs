using ReleaseInfra.Cli.Migrations;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Release.Tests.Migrations;

/// <summary>Small migrations, tried on a real PostgreSQL: each unsafe one is found with its reason, and no safe one is called unsafe.</summary>
public sealed class CorpusTests
{
    private const int Rows = 1_000;

    [TestCaseSource(typeof(CorpusCase), nameof(CorpusCase.All))]
    public async Task Check_OfACase_FindsWhatIsExpectedOfIt(CorpusCase one)
    {
        var check = await CheckAsync(one);

        Assert.Multiple(() =>
        {
            Assert.That(
                check.Findings.Select(finding => $"{finding.Kind.Code} {finding.Subject.Name}").Order(StringComparer.Ordinal),
                Is.EqualTo(one.Findings.Order(StringComparer.Ordinal)));
            Assert.That(Did(check), Is.EqualTo(one.Did));
            Assert.That(check.Unfilled.Select(fill => fill.Table), Is.EqualTo(one.Unfilled));
        });
    }

    [Test]
    public void Corpus_IsHalfSafe()
    {
        var safe = CorpusCase.All.Count(one => one.Findings.All(finding => Kind(finding).Severity == Severity.Notice));

        Assert.That(CorpusCase.All.Count(), Is.GreaterThanOrEqualTo(40));
        Assert.That(safe, Is.InRange(CorpusCase.All.Count() * 2 / 5, CorpusCase.All.Count() * 3 / 5));
    }

    [Test]
    public void Corpus_HasEveryKind() =>
        Assert.That(FindingKinds.All.Except(CorpusCase.All.SelectMany(one => one.Findings).Select(Kind)).Select(kind => kind.Code), Is.EqualTo(new[] { "table-not-filled" }));

    private static FindingKind Kind(string finding) => FindingKinds.All.Single(kind => kind.Code == finding.Split(' ')[0]);

    private static async Task<MigrationCheck> CheckAsync(CorpusCase one)
    {
        await using var database = await TestCluster.Server.CreateDatabaseAsync(null, CancellationToken.None);
        return await new MigrationChecker(database, TimeProvider.System).CheckAsync(
            new MigrationQuestion(MigrationFolder.Read(one.Folder), First: 1, Rows, [.. one.Window.Tags]), new Progress<string>(), CancellationToken.None);
    }

    /// <summary>The strongest lock on each table, and what was done under any.</summary>
    private static SortedDictionary<string, string> Did(MigrationCheck check)
    {
        var effects = check.Files
            .SelectMany(file => file.Course.Effects)
            .SelectMany(effect => effect.Tables)
            .Where(table => table.Lock >= LockMode.ShareUpdateExclusive || table.RowsChanged > 0)
            .GroupBy(table => table.Name);
        return new SortedDictionary<string, string>(effects.ToDictionary(table => table.Key, Deeds), StringComparer.Ordinal);
    }

    private static string Deeds(IEnumerable<TableEffect> effects)
    {
        var all = effects.ToList();
        return string.Join(", ",
        [
            all.Max(table => table.Lock).Word(),
            .. all.Exists(table => table.IsRewritten) ? ["rewritten"] : Array.Empty<string>(),
            .. all.Exists(table => table is { IsScanned: true, IsRewritten: false }) ? ["scanned"] : Array.Empty<string>(),
            .. all.Exists(table => table.RowsChanged > 0) ? ["changed"] : Array.Empty<string>(),
            .. all.Exists(table => table.IsEmptied) ? ["emptied"] : Array.Empty<string>(),
        ]);
    }
}
