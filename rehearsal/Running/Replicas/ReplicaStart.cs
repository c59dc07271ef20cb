using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using ReleaseInfra.Rehearsal.Running.Probes;
using ReleaseInfra.Rehearsal.Running.Processes;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>From a process's start to its first answer, all of it by the machine's clock.</summary>
internal sealed class ReplicaStart(AppProcess process, IPEndPoint address, WantedVersion wanted, ReplicaMeans means)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(15);

    /// <summary>For a process that nobody can ask: by then a wrong command has ended.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private static readonly ProbeTerms Port = VersionProbes.OfPort.Startup!;

    /// <exception cref="LaunchFailure">It cannot be started.</exception>
    public static AppProcess Launch(WantedVersion wanted, int port, OutputTail tail, RunningAppsOptions options)
    {
        var launch = options.Launches.Of(wanted.Version);
        var log = OutputLog.Open(options.LogFolder, LogName(wanted.Version));
        return AppProcess.Start(launch, Variables(launch, wanted, port), log, tail, options.Watch);
    }

    /// <returns>When it has answered in any way, has ended, or was waited for long enough.</returns>
    public async Task AnswersAsync(CancellationToken stopping)
    {
        var watch = means.Options.Watch;
        using var late = new CancellationTokenSource(means.Options.StartsWithin, watch);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            if (wanted.Version.Port is null)
            {
                await Task.WhenAny(process.Exited, Task.Delay(Settling, watch, either.Token));
                stopping.ThrowIfCancellationRequested();
                return;
            }

            while (!await means.Probes.IsGoodAsync(address, Port, either.Token))
            {
                if (process.Exited.IsCompleted)
                    return;
                await Task.Delay(BetweenLooks, watch, either.Token);
            }

            // Its first answer may take long, too, while it compiles itself; how it is counts later.
            if (wanted.Version.HealthPath is { } path)
                await means.Probes.IsGoodAsync(address, Port with { Path = path }, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Its probes find out what that means.
        }
    }

    private static ImmutableSortedDictionary<string, string> Variables(AppLaunch launch, WantedVersion wanted, int port) =>
        launch.Variables
            .SetItems(wanted.Version.Variables)
            .SetItems(wanted.Platform)
            .SetItem("PORT", port.ToString(CultureInfo.InvariantCulture));

    private static string LogName(RunnableVersion version) =>
        version.Version.StartsWith(version.App, StringComparison.OrdinalIgnoreCase) ? version.Version : $"{version.App}--{version.Version}";
}
