using System.Diagnostics;
using System.Text.Json;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>One property chooses the build; MSBuild is asked what it would compile against, without compiling.</summary>
public sealed class SdkSwitchTests
{
    private static readonly string[] Published =
    [
        "Pulumi 3.112.1", "Pulumi.AzureNative 3.28.0", "Pulumi.Docker 5.2.0", "Pulumi.Random 4.21.2",
    ];

    private static readonly string[] StandIns =
    [
        "Pulumi", "Pulumi.AzureNative", "Pulumi.Docker", "Pulumi.Random",
    ];

    // What talks to the engine's executable; the program itself never does.
    private const string Automation = "Pulumi.Automation";

    [TestCase("infra")]
    [TestCase("stacks")]
    [TestCase("release", Automation)]
    public async Task Nuget_RefersToThePublishedPackages(string project, params string[] more)
    {
        var evaluated = await EvaluateAsync(project, "nuget");

        Assert.That(evaluated.Packages.Where(IsPulumi), Is.EquivalentTo(Published.Concat(more.Select(package => $"{package} 3.112.1"))));
        Assert.That(evaluated.Projects.Where(IsPulumi), Is.Empty);
    }

    [TestCase("infra")]
    [TestCase("stacks")]
    [TestCase("release", Automation)]
    public async Task Offline_RefersToTheStandIns(string project, params string[] more)
    {
        var evaluated = await EvaluateAsync(project, "offline");

        Assert.That(evaluated.Packages.Where(IsPulumi), Is.Empty);
        Assert.That(evaluated.Projects.Where(IsPulumi), Is.EquivalentTo(StandIns.Concat(more)));
    }

    [Test]
    public async Task Unset_WithThePulumiCli_IsNuget()
    {
        var evaluated = await EvaluateAsync("infra", sdk: null, ("PULUMI_HOME", "/opt/pulumi"), ("PulumiSdk", ""));

        Assert.That(evaluated.Sdk, Is.EqualTo("nuget"));
    }

    [Test]
    public async Task Unset_WithoutThePulumiCli_IsOffline()
    {
        using var home = new TemporaryFolder();
        var evaluated = await EvaluateAsync("infra", sdk: null, ("PULUMI_HOME", ""), ("PulumiSdk", ""), ("HOME", home.Path), ("USERPROFILE", home.Path));

        Assert.That(evaluated.Sdk, Is.EqualTo("offline"));
    }

    private static bool IsPulumi(string reference) => reference.StartsWith("Pulumi", StringComparison.Ordinal);

    private static async Task<Evaluated> EvaluateAsync(string project, string? sdk, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = RepositoryRoot.Path };
        start.ArgumentList.Add("msbuild");
        start.ArgumentList.Add(Directory.GetFiles(Path.Combine(RepositoryRoot.Path, project), "*.csproj").Single());
        start.ArgumentList.Add("-getProperty:PulumiSdk");
        start.ArgumentList.Add("-getItem:PackageReference,ProjectReference,PackageVersion");
        if (sdk is not null)
            start.ArgumentList.Add($"-p:PulumiSdk={sdk}");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output);
        return Evaluated.Read(output);
    }

    private sealed record Evaluated(string Sdk, string[] Packages, string[] Projects)
    {
        public static Evaluated Read(string json)
        {
            using var document = JsonDocument.Parse(json);
            var items = document.RootElement.GetProperty("Items");
            var versions = items.GetProperty("PackageVersion").EnumerateArray().ToDictionary(Identity, item => item.GetProperty("Version").GetString());
            return new Evaluated(
                document.RootElement.GetProperty("Properties").GetProperty("PulumiSdk").GetString()!,
                [.. items.GetProperty("PackageReference").EnumerateArray().Select(item => $"{Identity(item)} {versions.GetValueOrDefault(Identity(item))}")],
                [.. items.GetProperty("ProjectReference").EnumerateArray().Select(item => item.GetProperty("Filename").GetString()!)]);
        }

        private static string Identity(JsonElement item) => item.GetProperty("Identity").GetString()!;
    }
}
