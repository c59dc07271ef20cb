using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks;

/// <summary>Makes the stack that a deployment asks for, within that deployment: only there is its configuration known.</summary>
public sealed class StackFactory(Func<EnvironmentSettings> read, StackOptions? options = null) : IServiceProvider
{
    /// <returns>Null for what is no stack of this program.</returns>
    public object? GetService(Type serviceType) => serviceType switch
    {
        _ when serviceType == typeof(DevStack) => new DevStack(read(), options),
        _ when serviceType == typeof(StagingStack) => new StagingStack(read(), options),
        _ when serviceType == typeof(ProductionStack) => new ProductionStack(read(), options),
        _ => null,
    };
}
