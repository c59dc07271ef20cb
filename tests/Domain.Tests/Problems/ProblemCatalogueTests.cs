using System.Reflection;
using System.Text.RegularExpressions;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Domain.Tests.Problems;

public sealed class ProblemCatalogueTests
{
    private static readonly string[] Codes =
    [
        .. typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Test]
    public void Codes_AreGivenOnce() => Assert.That(Codes, Is.Unique.And.All.Matches("^RI[0-9]{4}$"));

    [Test]
    public void Codes_StandInTheDocumentation_AndNoOthers()
    {
        var documented = Regex.Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/problems.md")), @"^\| (RI\d{4}) \|", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

        Assert.That(documented, Is.EquivalentTo(Codes));
    }

    [Test]
    public void Codes_StandInOneFile()
    {
        var elsewhere = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "domain"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "stacks"), "*.cs", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) != "ProblemCode.cs" && Regex.IsMatch(File.ReadAllText(file), @"""RI\d{4}"""));

        Assert.That(elsewhere, Is.Empty);
    }

    [Test]
    public void Codes_AreEachUsed()
    {
        var factories = string.Concat(Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "domain/Problems"), "*Problems.cs")
            .Select(File.ReadAllText));
        var unused = typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !Regex.IsMatch(factories, $@"ProblemCode\.{field.Name}\b"))
            .Select(field => field.Name);

        Assert.That(unused, Is.Empty);
    }
}
