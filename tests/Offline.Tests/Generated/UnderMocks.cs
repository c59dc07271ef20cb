using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>Runs a piece of a program as an update, not a preview, so that every output is known.</summary>
internal static class UnderMocks
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    /// <summary>What the mock was given for the resource that the program declares.</summary>
    public static async Task<MockResourceArgs> Declare(Action program)
    {
        var mocks = new AzureMocks();
        await Deployment.TestAsync(mocks, Update, program);
        return mocks.Resource;
    }

    public static async Task<T> Value<T>(IMocks mocks, Func<Output<T>> program)
    {
        Output<T>? output = null;
        Action run = () => output = program();
        await Deployment.TestAsync(mocks, Update, run);
        return await OutputUtilities.GetValueAsync(output!);
    }
}
