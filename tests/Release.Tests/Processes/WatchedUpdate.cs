using System.Diagnostics;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>An update in a process of its own, and how far its files say that it is.</summary>
internal sealed class WatchedUpdate : IDisposable
{
    private readonly FileInfo _holder;
    private readonly FileInfo _history;
    private readonly long _historyBefore;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public WatchedUpdate(TemporaryWorkspace workspace, string stack, string verb)
    {
        _holder = new FileInfo(workspace.PathOf($".release/{stack}/lock.json"));
        _history = new FileInfo(workspace.PathOf($".release/{stack}/history.jsonl"));
        _historyBefore = _history.Exists ? _history.Length : 0;
        Process = ReleaseProcess.Start(workspace, verb, stack, "--yes");
    }

    public ReleaseProcess Process { get; }

    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Returns at once where it has ended before.</summary>
    public async Task ReachAsync(Landmark landmark)
    {
        while (Process.IsRunning && !Has(landmark))
            await Task.Delay(1);
    }

    public Task<CommandLineRun> EndAsync() => Process.EndAsync();

    public void Dispose() => Process.Dispose();

    private bool Has(Landmark landmark)
    {
        _holder.Refresh();
        _history.Refresh();
        return landmark switch
        {
            Landmark.Started => true,
            Landmark.Locked => _holder.Exists,
            Landmark.Recorded => _history.Exists && _history.Length > _historyBefore,
            Landmark.Ended => false,
            _ => throw new ArgumentOutOfRangeException(nameof(landmark), landmark, "It is no landmark."),
        };
    }
}
