using Pulumi;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Stacks;

/// <summary>Makes the stack that a deployment asks for, within that deployment: only there is its configuration known.</summary>
public sealed class StackFactory(Func<EnvironmentSettings> read, StackOptions? options = null) : IServiceProvider
{
    /// <summary>With the configuration of the workspace, as the engine gives it to the running stack.</summary>
    public StackFactory(Workspace workspace, StackOptions? options = null)
        : this(() => ProgramConfiguration.Read(workspace), options)
    {
    }

    /// <returns>Null for what is no stack of this program.</returns>
    /// <exception cref="RunException">The configuration has problems, or is not what the stack demands.</exception>
    public object? GetService(Type serviceType) => serviceType switch
    {
        _ when serviceType == typeof(DevStack) => new DevStack(read(), options),
        _ when serviceType == typeof(StagingStack) => new StagingStack(read(), options),
        _ when serviceType == typeof(ProductionStack) => new ProductionStack(read(), options),
        _ => null,
    };
}
