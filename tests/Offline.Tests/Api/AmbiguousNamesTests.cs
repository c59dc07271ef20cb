using System.Text.RegularExpressions;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Offline.Tests.Api;

/// <summary>
/// The published packages have types that the slices leave out. Where one of them shares its name with a type that the
/// program uses, a file that imports both namespaces compiles here and not against the packages, unless it says by an
/// alias which of the two it means.
/// </summary>
public sealed partial class AmbiguousNamesTests
{
    private const string Always = "";

    // The second namespace is the one whose type no slice has; those of the implicit usings are always imported.
    private static readonly (string Name, string First, string Second)[] Shared =
    [
        ("SecurityRuleArgs", "Pulumi.AzureNative.Network.Inputs", "Pulumi.AzureNative.Network"),
        ("VirtualNetworkArgs", "Pulumi.AzureNative.Network", "Pulumi.AzureNative.Network.Inputs"),
        ("BackupArgs", "Pulumi.AzureNative.DBforPostgreSQL.Inputs", "Pulumi.AzureNative.DBforPostgreSQL"),
        ("Resource", "Pulumi", "Pulumi.AzureNative.Resources"),
        ("ResourceArgs", "Pulumi", "Pulumi.AzureNative.Resources"),
        ("Deployment", "Pulumi", "Pulumi.AzureNative.Resources"),
        ("Task", Always, "Pulumi.AzureNative.ContainerRegistry"),
    ];

    [Test]
    public void SharedNames_HaveAnAliasOrOneNamespace() => Assert.That(
        Sources().SelectMany(source => AmbiguousIn(source.Text).Select(name => $"{source.Path}: {name}")), Is.Empty);

    [Test]
    public void AmbiguousIn_BothNamespaces_FindsTheName() => Assert.That(
        AmbiguousIn("using Pulumi;\nusing Pulumi.AzureNative.Resources;\n\nResource parent;"), Is.EqualTo(new[] { "Resource" }));

    [TestCase("using Pulumi;\n\nResource parent;")]
    [TestCase("using Pulumi;\nusing Pulumi.AzureNative.Resources;\n\nPulumi.Resource parent;")]
    [TestCase("using Pulumi;\nusing Pulumi.AzureNative.Resources;\nusing Resource = Pulumi.Resource;\n\nResource parent;")]
    [TestCase("using Pulumi;\nusing Pulumi.AzureNative.Resources;\n\nResourceGroup group;")]
    public void AmbiguousIn_OneMeaning_FindsNothing(string text) => Assert.That(AmbiguousIn(text), Is.Empty);

    private static IEnumerable<string> AmbiguousIn(string text)
    {
        var imports = Imports().Matches(text).Select(match => match.Groups["what"].Value).Append(Always).ToHashSet();
        var body = Imports().Replace(text, "");
        return Shared
            .Where(shared => imports.Contains(shared.First) && imports.Contains(shared.Second))
            .Where(shared => !imports.Any(import => import.StartsWith($"{shared.Name} =", StringComparison.Ordinal)))
            .Select(shared => shared.Name)
            .Where(name => Regex.IsMatch(body, $@"(?<![\w.""/]){name}\b(?! *[={{])"));
    }

    private static IEnumerable<(string Path, string Text)> Sources()
        => from folder in (string[])["infra", "stacks", "release", "tests"]
           from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
           where Path.GetFileName(file) != $"{nameof(AmbiguousNamesTests)}.cs"
           select (Path.GetRelativePath(RepositoryRoot.Path, file), File.ReadAllText(file));

    [GeneratedRegex(@"^using (?<what>[^;(]+);\r?$", RegexOptions.Multiline)]
    private static partial Regex Imports();
}
