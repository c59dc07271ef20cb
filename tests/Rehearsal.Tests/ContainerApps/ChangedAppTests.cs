using ReleaseInfra.Rehearsal.Resources;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.ContainerApps;

/// <summary>What Azure computes for an app that exists already follows its change, not its creation.</summary>
public sealed class ChangedAppTests
{
    private static readonly AppOf Internal = new() { Suffix = "v1", IsExternal = false };

    private static readonly TestCaseData[] Changes =
    [
        new TestCaseData(Internal with { IsExternal = true }).SetArgDisplayNames("made external"),
        new TestCaseData(Internal with { HasIngress = false }).SetArgDisplayNames("without ingress"),
        new TestCaseData(Internal with { HasIdentity = true }).SetArgDisplayNames("given an identity"),
    ];

    [TestCaseSource(nameof(Changes))]
    public async Task Put_OfAnExistingApp_GivesWhatANewOneWouldHave(object changed)
    {
        var fresh = await OutputsAsync((AppOf)changed);
        var before = await OutputsAsync(Internal);
        var after = await OutputsAsync(Internal, (AppOf)changed);

        Assert.That(after, Is.EqualTo(fresh));
        Assert.That(after, Is.Not.EqualTo(before));
    }

    [TestCaseSource(nameof(Changes))]
    public async Task Outputs_AreTheSame_AfterTheFileWasReadAgain(object changed)
    {
        using var small = await OpenAsync();
        await Internal.PutAsync(small);
        var put = await ((AppOf)changed).PutAsync(small);
        await small.ReopenAsync();

        Assert.That(Text(await small.Azure.Resources.GetAsync(AppId, default)), Is.EqualTo(Text(put.Resource)));
    }

    private static async Task<string> OutputsAsync(params AppOf[] puts)
    {
        using var small = await OpenAsync();
        foreach (var app in puts)
            await app.PutAsync(small);
        return Text(await small.Azure.Resources.GetAsync(AppId, default));
    }

    private static string Text(AzureResource app) => string.Join('\n', app.Outputs
        .OrderBy(output => output.Key, StringComparer.Ordinal)
        .Select(output => $"{output.Key}: {System.Text.Json.JsonSerializer.Serialize(output.Value)}"));
}
