using System.Collections.Immutable;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.State;

public sealed class StateFileTests
{
    private static readonly AppliedStack Applied = new(
        "westeurope",
        new ReleaseSettings(ImmutableSortedDictionary<string, ServiceRelease>.Empty
            .Add("web", new BlueGreenRelease(
                Slot.Green,
                new SlotRelease(ImageTag.Parse("v1.2.2"), 1, 90),
                new SlotRelease(ImageTag.Parse("v1.2.3"), 2, 10)))
            .Add("admin", new BlueGreenRelease(Slot.Blue, new SlotRelease(ImageTag.Parse("v1.0.0"), 1, 100), new SlotRelease(null, 1, 0)))
            .Add("worker", new RollingRelease(ImageTag.Parse("v1.2.3")))),
        [
            Resource("web", Map(
                ("count", 2),
                ("flag", true),
                ("list", List("a", null)),
                ("nested", Map(("b", 1), ("a", "x"))),
                ("password", new SecretValue("digest")))) with
            {
                Parent = "urn:pulumi:dev::release-infra::release-infra:web:Web::web",
                Protect = true,
                Dependencies = ["urn:pulumi:dev::release-infra::azure-native:resources:ResourceGroup::group"],
            },
        ],
        Map(("address", "https://web"), ("token", new SecretValue("digest"))))
    {
        IsFinished = false,
    };

    private TemporaryFolder _folder = null!;

    private StateFile State => new(new StackFolder(_folder.Path, "dev"));

    private string StatePath => Path.Combine(_folder.Path, ".release", "dev", "state.json");

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task Read_Absent_IsNull() =>
        Assert.That(await State.ReadAsync(CancellationToken.None), Is.Null);

    [Test]
    public async Task Read_Written_IsTheSame()
    {
        var content = State.ContentOf(Applied);
        await DurableFile.ReplaceAsync(content.Path, content.Write, CancellationToken.None);
        var read = (await State.ReadAsync(CancellationToken.None))!;

        Assert.That(read.Location, Is.EqualTo(Applied.Location));
        Assert.That(read.IsFinished, Is.False);
        Assert.That(read.Outputs.Text(), Is.EqualTo(Applied.Outputs.Text()));
        Assert.That(read.Release.Services, Is.EqualTo(Applied.Release.Services));
        Assert.That(Text(read.Resources.Single()), Is.EqualTo(Text(Applied.Resources.Single())));
        Assert.That(InputDiff(read), Is.Empty);
    }

    [TestCase("", "The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true. LineNumber: 0 | BytePositionInLine: 0.")]
    [TestCase("{}", "The given key was not present in the dictionary.")]
    [TestCase("""{"version":1,"stack":"dev","location":"westeurope","release":{"web":{"tag":"latest"}},"resources":[]}""", "'latest' is not an immutable version such as v1.2.3, v1.2.3-rc.1 or sha- and 40 hexadecimal digits.")]
    public void Rejects_BrokenFile(string content, string reason)
    {
        Put(content);

        Assert.That(
            () => State.ReadAsync(CancellationToken.None),
            Throws.TypeOf<ReleaseFailure>()
                .With.Message.EqualTo($".release/dev/state.json cannot be read: {reason} Put back the last good copy; without it nobody knows what exists.")
                .And.Property(nameof(ReleaseFailure.Code)).EqualTo(ExitCode.EngineFailed));
    }

    [Test]
    public void Rejects_NewerFormat()
    {
        Put("""{"version":2,"everything":"else"}""");

        Assert.That(
            () => State.ReadAsync(CancellationToken.None),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
                ".release/dev/state.json has format 2, and this program knows formats up to 1. Use the newer program that wrote it."));
    }

    [Test]
    public void Rejects_AnotherStacksFile()
    {
        Put("""{"version":1,"stack":"production","release":{},"resources":[]}""");

        Assert.That(
            () => State.ReadAsync(CancellationToken.None),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
                ".release/dev/state.json is the state of 'production' and not of 'dev'. Put the right file in its place."));
    }

    private void Put(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StatePath)!);
        File.WriteAllText(StatePath, content);
    }

    private static string Text(StackResource resource) =>
        $"{resource.Urn} {resource.Type} {resource.Name} {resource.Parent} {resource.IsComponent} {resource.Protect} " +
        $"{resource.Inputs.Text()} {string.Join(' ', resource.Dependencies)}";

    private static IEnumerable<PropertyChange> InputDiff(AppliedStack read) =>
        Cli.Engine.Diff.InputDiff.Between(Applied.Resources.Single().Inputs, read.Resources.Single().Inputs);
}
