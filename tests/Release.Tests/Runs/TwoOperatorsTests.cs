using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Runs.Faults;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>Somebody runs a command while another process carries the release.</summary>
public sealed class TwoOperatorsTests
{
    [TestCase("is baking at 10 %. Go on with it by 'release resume staging'", "run", "--tag", "v1.3.0", "--yes")]
    [TestCase("staging is locked by process 4711 on laptop", "resume")]
    [TestCase("The release of staging is baking at 10 %, and waits for nobody's word.", "promote")]
    public async Task WhatTheReleaseDoesAnyway_IsRefused_AndItGoesThrough(string says, string verb, params string[] options)
    {
        var (first, second, events) = await BesideAsync(verb, options);

        Assert.That(first.Code, Is.EqualTo(ExitCode.Done), first.Everything);
        Assert.That(events, Is.EqualTo(Walk.Through));
        Assert.That(second.Code, Is.EqualTo(verb == "promote" ? ExitCode.Configuration : ExitCode.Locked), second.Everything);
        Assert.That(second.Error, Does.Contain(says));
    }

    [TestCase("abort", "abort requested")]
    [TestCase("rollback", "rollback requested")]
    public async Task WhatEndsTheRelease_IsTakenUpByWhoCarriesIt(string verb, string happened)
    {
        var (first, second, events) = await BesideAsync(verb, "--reason", "orders fail");

        Assert.That(first.Code, Is.EqualTo(ExitCode.RolledBack), first.Everything);
        Assert.That(second.Code, Is.EqualTo(ExitCode.Done), second.Everything);
        Assert.That(second.Error, Does.Contain("Another process carries the release: asking it."));
        Assert.That(first.Output, Does.Contain($"{happened} by bob@laptop: orders fail"));
        Assert.That(events, Is.EqualTo(Walk.AtTen.Append(happened).Append("service returned")));
    }

    private static async Task<(CommandLineRun First, CommandLineRun Second, string[] Events)> BesideAsync(string verb, params string[] options)
    {
        await using var scene = await Scene.OpenAsync();
        scene.When("\"kind\":\"work ended\"", () => scene.Beside("bob", [verb, Scene.Stack, .. options]));
        var first = await scene.ReleaseAsync();
        return (first, (await Task.WhenAll(scene.Others)).Single(), await scene.EventsAsync());
    }
}
