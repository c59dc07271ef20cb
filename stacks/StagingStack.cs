using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks;

/// <summary>A small copy of production's shape, with test data only: where a release is tried before it counts.</summary>
public sealed class StagingStack(EnvironmentSettings settings, StackOptions? options = null)
    : EnvironmentStack(StackName.Staging, settings, [Demand.NothingBuilt(settings)], options);
