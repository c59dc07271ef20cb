using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks;

/// <summary>For trying things out: the cheapest of everything, and gone without a trace when it is destroyed.</summary>
public sealed class DevStack(EnvironmentSettings settings, StackOptions? options = null)
    : EnvironmentStack(StackName.Dev, settings, Demands(settings), options)
{
    private static Demand[] Demands(EnvironmentSettings settings) =>
    [
        new(!settings.Protection.LockData, "can be destroyed: set protection.lockData to false"),
        new(!settings.Vault.PurgeProtection, "can be destroyed: set vault.purgeProtection to false"),
    ];
}
