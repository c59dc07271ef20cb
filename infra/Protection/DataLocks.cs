using Pulumi;
using Pulumi.AzureNative.Authorization;

namespace ReleaseInfra.Infra.Protection;

/// <summary>Locks that refuse deletion of what cannot be made again, to everyone and every tool.</summary>
public sealed class DataLocks : ComponentResource
{
    public DataLocks(string name, DataLocksArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:protection:DataLocks", name, options)
    {
        foreach (var (what, id) in args.Resources)
        {
            _ = new ManagementLockByScope(
                $"{what}-lock",
                new ManagementLockByScopeArgs
                {
                    LockName = "keep-data",
                    Level = LockLevel.CanNotDelete,
                    Scope = id,
                    Notes = "Holds data that cannot be made again. Set protection.lockData to false first, on purpose.",
                },
                new CustomResourceOptions { Parent = this });
        }

        RegisterOutputs();
    }
}

/// <param name="Resources">A word for each, part of the lock's logical name, and its id.</param>
public sealed record DataLocksArgs(IReadOnlyList<(string What, Output<string> Id)> Resources);
