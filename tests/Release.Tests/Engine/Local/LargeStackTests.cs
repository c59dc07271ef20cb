using Pulumi;
using Pulumi.Testing;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Functions;
using ReleaseInfra.Rehearsal.Resources;
using ResourceGroup = Pulumi.AzureNative.Resources.ResourceGroup;
using ResourceGroupArgs = Pulumi.AzureNative.Resources.ResourceGroupArgs;

namespace ReleaseInfra.Release.Tests.Engine.Local;

/// <summary>A large stack is read in parts, the first of them while its program still runs.</summary>
[NonParallelizable]
public sealed class LargeStackTests
{
    private const int Groups = 1_234;

    [Test]
    public async Task ReadAsync_MoreThanOnePart_ReadsEachResourceOnce()
    {
        var scope = new AzureScope("dev", "westeurope");
        var first = new FirstFailure();
        var recorder = new ResourceRecorder("release-infra", "dev", first);
        var reader = new StackReader(recorder, hasher: null);
        using var cancellation = new CancellationTokenSource();
        var mocks = new RehearsalMocks(
            recorder,
            new ComputedValues(scope),
            new ComputedFunctions(scope),
            new Progress<Cli.Engine.EngineProgress>(),
            first,
            cancellation.Token);
        await Deployment.TestWithServiceProviderAsync<ManyGroups>(
            mocks,
            new Provider(recorder.Options),
            new TestOptions { ProjectName = "release-infra", StackName = "dev", IsPreview = true });

        var declared = await reader.ReadAsync();

        Assert.That(declared.Resources.Select(resource => resource.Name), Is.EquivalentTo(Enumerable.Range(0, Groups).Select(Name)));
        Assert.That(
            declared.Resources.Select(resource => resource.Inputs.Find("resourceGroupName")),
            Is.EqualTo(declared.Resources.Select(resource => new TextValue(resource.Name))));
    }

    private static string Name(int index) => $"group-{index}";

    private sealed class ManyGroups : Stack
    {
        public ManyGroups(StackOptions options)
            : base(options)
        {
            for (var index = 0; index < Groups; index++)
                _ = new ResourceGroup(Name(index), new ResourceGroupArgs { ResourceGroupName = Name(index), Location = "westeurope" });
        }
    }

    private sealed class Provider(StackOptions options) : IServiceProvider
    {
        public object GetService(Type serviceType) => new ManyGroups(options);
    }
}
