using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Settings;

/// <summary>One deployable part of the application; its host decides how it is released.</summary>
public abstract record ServiceSettings
{
    private protected ServiceSettings()
    {
    }

    public required string Name { get; init; }

    /// <summary>Repository in the environment's registry, without server and tag.</summary>
    public required string Image { get; init; }

    public required ImmutableSortedDictionary<string, string> Variables { get; init; }

    /// <summary>Variable name to vault secret. Readable by the service's own identity only through the vault.</summary>
    public required ImmutableSortedDictionary<string, SecretReference> Secrets { get; init; }

    /// <summary>Null where images are built elsewhere and only referred to.</summary>
    public required BuildSettings? Build { get; init; }

    /// <summary>What a new version must answer before it gets traffic, in this order. Empty for a worker, which nobody can ask.</summary>
    public ImmutableArray<SmokeTestSettings> SmokeTests { get; init; } = [];
}

/// <summary>A service on Azure Container Apps.</summary>
public sealed record ContainerAppSettings : ServiceSettings
{
    /// <summary>Null for a worker: nothing can be weighed, so it is released by a rolling update.</summary>
    public required IngressSettings? Ingress { get; init; }

    public required ComputeSettings Compute { get; init; }

    public required ReplicaSettings Replicas { get; init; }
}

/// <summary>A service on App Service for containers: the site is blue, its slot is green.</summary>
public sealed record AppServiceSettings : ServiceSettings
{
    public required int Port { get; init; }

    public required string HealthPath { get; init; }
}

/// <param name="External">Reachable from outside the Container Apps environment.</param>
/// <param name="ConcurrentRequests">Per replica, before another one is started.</param>
public sealed record IngressSettings(int Port, bool External, string HealthPath, int ConcurrentRequests);

/// <param name="Cpu">vCPU, in steps of 0.25.</param>
/// <param name="MemoryGi">GiB; on the Consumption profile always twice the vCPU.</param>
public sealed record ComputeSettings(decimal Cpu, decimal MemoryGi);

/// <param name="Minimum">0..1000; 0 only with ingress, since nothing else would wake the service.</param>
public sealed record ReplicaSettings(int Minimum, int Maximum);

/// <param name="Context">Folder, relative to the workspace.</param>
/// <param name="Dockerfile">Relative to the context.</param>
public sealed record BuildSettings(string Context, string Dockerfile);

/// <summary>A job that runs to its end before a release's code does.</summary>
/// <param name="Command">Empty for the image's own entry point.</param>
/// <param name="TimeoutSeconds">Of one execution.</param>
public sealed record MigrationSettings(
    string Image,
    ImmutableArray<string> Command,
    int TimeoutSeconds,
    int Retries,
    ComputeSettings Compute,
    ImmutableSortedDictionary<string, string> Variables,
    ImmutableSortedDictionary<string, SecretReference> Secrets,
    BuildSettings? Build)
{
    /// <summary>
    /// Migrations only add what the version before can do without, so that it runs on the schema before and after; null where
    /// nobody says.
    /// </summary>
    public bool? BackwardCompatible { get; init; }
}
