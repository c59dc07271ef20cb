using ReleaseInfra.Rehearsal.Running.Probes;
using ReleaseInfra.Rehearsal.Running.Processes;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>What all replicas share.</summary>
internal sealed class ReplicaMeans(RunningAppsOptions options) : IDisposable
{
    public RunningAppsOptions Options => options;

    public FreePorts Ports { get; } = new(Environment.ProcessId * 97);

    public ProbeCall Probes { get; } = new(options.Watch);

    public StartSlots Slots { get; } = new(options.StartingAtOnce, options.Working);

    public void Dispose()
    {
        Probes.Dispose();
        Slots.Dispose();
    }
}
