using System.Text.RegularExpressions;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>What keeps the runner one that can be read: it is short, what measures does not judge, what decides is pure.</summary>
public sealed class RunnerTests
{
    private const int Screen = 80;

    [Test]
    public void Runner_FitsOnOneScreen() => Assert.That(SourceTree.Lines("release/Runs/ReleaseRunner.cs"), Has.Length.LessThanOrEqualTo(Screen));

    [Test]
    public void Probes_NeverJudge()
    {
        var judging = new Regex(@"\bVerdict\b|Judge\(", RegexOptions.CultureInvariant);
        var uses =
            from file in SourceTree.Files()
            where file.StartsWith("release/Gates/", StringComparison.Ordinal)
            from line in SourceTree.Lines(file).Index()
            where judging.IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

        Assert.That(uses, Is.Empty);
    }

    [Test]
    public void Domain_HasNoPackages()
    {
        var project = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "domain/ReleaseInfra.Domain.csproj"));

        Assert.That(project, Does.Not.Contain("PackageReference").And.Not.Contain("ProjectReference"));
    }
}
