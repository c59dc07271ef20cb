using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Cli.Runs.Works;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs.Works;

public sealed class NewImagesTests
{
    private static readonly string Registry = $"{SettingsFixtures.Production.Names().Registry}.azurecr.io";

    [Test]
    public async Task Missing_OfAGroupThatMigrates_LooksForEveryImageThatItPulls()
    {
        var images = new ScriptedRegistry(_ => new Known<string>("sha256:0a"));

        Assert.That(await NewImages.MissingAsync(Beginnings.Group, SettingsFixtures.Production, images, default), Is.Empty);
        Assert.That(
            images.Asked,
            Is.EqualTo(new[] { $"{Registry}/app-worker:v1.2.3", $"{Registry}/app-web:v1.2.3", $"{Registry}/app-migration:v1.2.3" }));
    }

    [Test]
    public async Task Missing_WhatIsNotThere() => Assert.That(
        await NewImages.MissingAsync(Beginnings.Web, SettingsFixtures.Production, new ScriptedRegistry(_ => new Absent<string>()), default),
        Is.EqualTo(new[] { $"The image {Registry}/app-web:v1.2.3 is not in the registry: push it, or release a version that is there." }));

    // Not to know is no image.
    [Test]
    public async Task Missing_OfWhichNobodyKnows() => Assert.That(
        await NewImages.MissingAsync(
            Beginnings.Web, SettingsFixtures.Production, new ScriptedRegistry(_ => new NotKnown<string>("the registry answered 503")), default),
        Is.EqualTo(new[] { $"Whether the image {Registry}/app-web:v1.2.3 is in the registry is not known: the registry answered 503." }));

    private sealed class ScriptedRegistry(Func<string, Fact<string>> find) : IImageRegistry
    {
        public List<string> Asked { get; } = [];

        public Task<Fact<string>> FindAsync(string image, CancellationToken cancellation)
        {
            Asked.Add(image);
            return Task.FromResult(find(image));
        }
    }
}
