using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Settings;

/// <summary>What is measured while a new version has traffic, how often, and for how long in vain.</summary>
public sealed record GateSettings
{
    private static readonly ImmutableSortedDictionary<string, QueueSettings> NoQueues =
        ImmutableSortedDictionary.Create<string, QueueSettings>(StringComparer.Ordinal);

    public static GateSettings Usual { get; } = new();

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the first measurement of a step; health is asked at once.</summary>
    public TimeSpan InitialDelay { get; init; }

    /// <summary>More inconclusive measurements than this end a gate without a verdict; null for no such limit.</summary>
    public int? InconclusiveLimit { get; init; }

    /// <summary>More errors in a row than this end a gate as errored.</summary>
    public int ConsecutiveErrorLimit { get; init; } = 4;

    /// <summary>Above it the gate fails, as above every level here; null for no such gate.</summary>
    public int? DatabaseCpuPercent { get; init; }

    public int? DatabaseConnections { get; init; }

    /// <summary>Of all present replicas of the new revision together.</summary>
    public int? ReplicaRestarts { get; init; }

    /// <summary>By the service that reports it.</summary>
    public ImmutableSortedDictionary<string, QueueSettings> Queues { get; init; } = NoQueues;

    /// <summary>Null for none.</summary>
    public WebhookGateSettings? Webhook { get; init; }
}

/// <param name="Metric">That the service writes to its telemetry.</param>
/// <param name="Depth">Above it the gate fails.</param>
public sealed record QueueSettings(string Metric, int Depth);

/// <summary>A gate of somebody else's.</summary>
/// <param name="Url">With https, and without anything that could be a secret.</param>
/// <param name="SecretVariable">The environment variable, of the machine that releases, that holds the key of the signature.</param>
public sealed record WebhookGateSettings(Uri Url, string SecretVariable, TimeSpan Within);
