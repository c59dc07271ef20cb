using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks;

/// <summary>From a stack's name to its class. The class is a type argument, so it has to be chosen here, at compile time.</summary>
public static class StackPrograms
{
    /// <returns>The exit code that the engine expects.</returns>
    public static Task<int> RunAsync(StackName stack, IServiceProvider stacks) => stack switch
    {
        _ when stack == StackName.Dev => Deployment.RunAsync<DevStack>(stacks),
        _ when stack == StackName.Staging => Deployment.RunAsync<StagingStack>(stacks),
        _ when stack == StackName.Production => Deployment.RunAsync<ProductionStack>(stacks),
        _ => throw Unknown(stack),
    };

    /// <summary>The same program against mocks, in this process.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync(
        StackName stack, IMocks mocks, IServiceProvider stacks, TestOptions options) => stack switch
    {
        _ when stack == StackName.Dev => Deployment.TestWithServiceProviderAsync<DevStack>(mocks, stacks, options),
        _ when stack == StackName.Staging => Deployment.TestWithServiceProviderAsync<StagingStack>(mocks, stacks, options),
        _ when stack == StackName.Production => Deployment.TestWithServiceProviderAsync<ProductionStack>(mocks, stacks, options),
        _ => throw Unknown(stack),
    };

    private static ArgumentOutOfRangeException Unknown(StackName stack) =>
        new(nameof(stack), stack, $"There is no class for it; there is one for {string.Join(", ", StackName.All)}.");
}
