using ReleaseInfra.Rehearsal.Running.Probes;
using ReleaseInfra.Rehearsal.Running.Processes;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>What all replicas share.</summary>
internal sealed class ReplicaMeans(RunningAppsOptions options) : IDisposable
{
    // Not disposed of: it holds nothing, and a process may be told by it at the very end.
    private readonly CancellationTokenSource _hurry = new();

    public RunningAppsOptions Options => options;

    public FreePorts Ports { get; } = new(Environment.ProcessId * 97);

    public ProbeCall Probes { get; } = new(options.Watch);

    public StartSlots Slots { get; } = new(options.StartingAtOnce, options.Working);

    /// <summary>Everything ends: from here on no process has its whole grace.</summary>
    public CancellationToken Hurry => _hurry.Token;

    public async Task HurryAsync(Task stopped)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(stopped, Task.Delay(options.EndsWithin, options.Watch, over.Token));
        await over.CancelAsync();
        await _hurry.CancelAsync();
        await stopped;
    }

    public void Dispose()
    {
        Probes.Dispose();
        Slots.Dispose();
    }
}
