using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Gates;

/// <summary>Something that must not rise too high.</summary>
internal abstract record LevelQuestion
{
    private protected LevelQuestion(string name) => Name = name;

    /// <summary>As verdicts have it.</summary>
    public string Name { get; }
}

/// <summary>A platform metric of one resource: its newest minute.</summary>
/// <param name="Unit">Empty for a count.</param>
internal sealed record MetricLevel(string Title, AzureId Resource, string Metric, string Aggregation, string Unit)
    : LevelQuestion(Title)
{
    public static MetricLevel DatabaseCpu(AzureId server) => new("database CPU", server, "cpu_percent", "Average", "%");

    public static MetricLevel DatabaseConnections(AzureId server) =>
        new("database connections", server, "active_connections", "Maximum", "");
}

/// <summary>How often containers of a revision's present replicas were started again.</summary>
internal sealed record RestartLevel(AzureId App, string Revision) : LevelQuestion($"restarts of {Revision}");

/// <summary>A queue's depth, as its worker reports it as a metric of its own.</summary>
internal sealed record QueueLevel(Guid Workspace, string Role, string Metric) : LevelQuestion($"queue depth of {Role}");
