using Pulumi.Testing;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Tests.Arm;
using ReleaseInfra.Rehearsal.Values;
using ReleaseInfra.Stacks;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Programs;

/// <summary>Azure takes what our own environments declare, from nothing and again.</summary>
[NonParallelizable]
public sealed class StackProgramTests
{
    private const string EngineVariable = "PULUMI_CONFIG";

    [TearDown]
    public void ForgetTheExitCodeOfAFailedRun() => Environment.ExitCode = 0;

    [TestCase("dev", 30)]
    [TestCase("staging", 40)]
    [TestCase("production", 60)]
    public async Task Environment_IsTakenTwice(string stack, int atLeast)
    {
        using var small = await SmallAzure.OpenAsync();

        Assert.That(await RunAsync(stack, small.Azure), Is.Empty);
        var first = await small.Azure.Resources.ListAsync(ResourceIds.Subscription, default);
        Assert.That(await RunAsync(stack, small.Azure), Is.Empty);

        var second = await small.Azure.Resources.ListAsync(ResourceIds.Subscription, default);
        Assert.That(first, Has.Length.GreaterThan(atLeast));
        Assert.That(second.Select(resource => resource.Id), Is.EqualTo(first.Select(resource => resource.Id)));
    }

    [Test]
    public async Task Environment_IsServedWhole()
    {
        await using var served = await ServedAzure.OverAsync(await SmallAzure.OpenAsync());
        await RunAsync("production", served.Small.Azure);

        foreach (var resource in await served.Small.Azure.Resources.ListAsync(ResourceIds.Subscription, default))
        {
            var wire = await served.GetAsync(resource.Id);

            Assert.That(wire.TryGetProperty("id", out var id) ? id.GetString() : wire.GetRawText(), Is.EqualTo(resource.Id));
            Assert.That(wire.GetRawText(), Does.Not.Contain(MaskedSecret.Of("")[..^1]));
        }
    }

    private static async Task<IReadOnlyCollection<string>> RunAsync(string stack, EmbeddedAzure azure)
    {
        var workspace = new Workspace(RepositoryRoot.Path);
        var mocks = new StoreMocks(azure, new AzureScope("staging", "westeurope"));
        Environment.SetEnvironmentVariable(EngineVariable, ((Valid<string>)EngineConfiguration.Read(workspace, stack)).Value);
        try
        {
            await StackPrograms.TestAsync(
                StackName.Find(stack)!,
                mocks,
                new StackFactory(workspace),
                new TestOptions { ProjectName = "release-infra", StackName = stack, IsPreview = false });
        }
        finally
        {
            Environment.SetEnvironmentVariable(EngineVariable, null);
        }

        return mocks.Refused;
    }
}
