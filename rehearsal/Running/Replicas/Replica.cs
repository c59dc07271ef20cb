using System.Net;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Running.Processes;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>A version that runs: one process after another, each started again when it ends, until it is stopped.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly ReplicaMeans _means;
    private readonly Action _changed;
    private readonly CancellationTokenSource _stop = new();
    private readonly Pulse _refreshed = new();
    private readonly Task _life;
    private ReplicaStatus _status = ReplicaStatus.Unseen;
    private VersionBehaviour _behaviour;

    /// <param name="changed">Told of each change of the status, on whatever thread made it.</param>
    public Replica(WantedVersion wanted, ReplicaMeans means, Action changed)
    {
        (Wanted, _means, _changed) = (wanted, means, changed);
        _behaviour = means.Options.Behaviour(wanted.Version);
        var stopping = _stop.Token;
        _life = Task.Run(() => LiveAsync(stopping));
    }

    public WantedVersion Wanted { get; }

    public ReplicaStatus Status => Volatile.Read(ref _status);

    public VersionBehaviour Behaviour => Volatile.Read(ref _behaviour);

    /// <summary>Its place needs a new one, though it runs what it should.</summary>
    public bool IsToBeReplaced { get; set; }

    /// <summary>The last lines that its processes wrote.</summary>
    public OutputTail Tail { get; } = new();

    /// <returns>Whether it behaves otherwise now.</returns>
    public bool Refresh()
    {
        var behaviour = _means.Options.Behaviour(Wanted.Version);
        if (behaviour == Interlocked.Exchange(ref _behaviour, behaviour))
            return false;
        _refreshed.Beat();
        return true;
    }

    /// <summary>Its process is asked to end, and killed where that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _life;
        _stop.Dispose();
    }

    private async Task LiveAsync(CancellationToken stopping)
    {
        var time = _means.Options.Time;
        var backOff = new RestartBackOff();
        try
        {
            while (true)
            {
                var began = time.GetUtcNow();
                await LiveOnceAsync(stopping);
                Tell(Status with { Health = RevisionHealth.Unhealthy, Address = null });
                await Task.Delay(backOff.After(time.GetUtcNow() - began), time, stopping);
                Tell(Status with { Restarts = Status.Restarts + 1 });
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Tell(Status with { Address = null });
        }
        catch (Exception failure)
        {
            // Told in any case: whoever waits for its health must not wait for ever.
            Tell(Status with { Health = RevisionHealth.Unhealthy, Address = null, Error = failure.Message });
            if (failure is not LaunchFailure)
                throw;
        }
    }

    /// <returns>When the process has ended, for whatever reason.</returns>
    private async Task LiveOnceAsync(CancellationToken stopping)
    {
        using var slot = await _means.Slots.TakeAsync(stopping);
        var address = new IPEndPoint(IPAddress.Loopback, _means.Ports.Take());
        await using var process = ReplicaStart.Launch(Wanted, address.Port, Tail, _means.Options);
        try
        {
            await new ReplicaStart(process, address, Wanted, _means).AnswersAsync(stopping);
            slot.Dispose();
            await new ReplicaWatch(process, address, Wanted, _means).UntilItEndsAsync(
                () => (Behaviour, _refreshed.Next), Seen, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await process.StopAsync(_means.Options.Grace, _means.Hurry);
            throw;
        }
    }

    private void Seen(RevisionHealth health, IPEndPoint? address) => Tell(Status with { Health = health, Address = address });

    private void Tell(ReplicaStatus status)
    {
        if (status.Equals(Interlocked.Exchange(ref _status, status)))
            return;
        _changed();
    }
}
