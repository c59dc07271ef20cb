namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>How long things take in a simulated Azure: medians, of which a release draws its own. docs/simulation.md has them too.</summary>
internal static class SimulatedTimings
{
    public static readonly TimeSpan Preview = TimeSpan.FromSeconds(8);

    /// <summary>An update of the stack, whatever it changes.</summary>
    public static readonly TimeSpan Update = TimeSpan.FromSeconds(30);

    /// <summary>From a version's creation until it answers.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan TrafficWrite = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan Backup = TimeSpan.FromMinutes(4);

    public static readonly TimeSpan Migration = TimeSpan.FromSeconds(60);

    /// <summary>From a killed process to the one that goes on.</summary>
    public static readonly TimeSpan Resumption = TimeSpan.FromSeconds(90);

    /// <summary>Of the durations' logarithm.</summary>
    public const double Spread = 0.4;

    /// <summary>From a minute's beginning until Azure's metrics have it.</summary>
    public static readonly (TimeSpan Least, TimeSpan Most) MetricLag = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90));

    /// <summary>From a request until the logs have it.</summary>
    public static readonly (TimeSpan Least, TimeSpan Most) LogLag = (TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(170));

    /// <summary>Of a version without a fault, as a share of what the watch allows.</summary>
    public const double SoundLatency = 0.4;

    public static readonly TimeSpan DatabaseWait = TimeSpan.FromSeconds(3);

    /// <summary>Percent.</summary>
    public const double DatabaseCpu = 30;

    public const double SlowDatabaseCpu = 95;

    public const double DatabaseConnections = 20;
}
