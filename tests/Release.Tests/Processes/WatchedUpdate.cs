using System.Diagnostics;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>An update in a process of its own, and how far its files say that it is.</summary>
internal sealed class WatchedUpdate : IDisposable
{
    private readonly string _holder;
    private readonly string _history;
    private readonly int _linesBefore;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public WatchedUpdate(TemporaryWorkspace workspace, string stack, string verb)
    {
        _holder = workspace.PathOf($".release/{stack}/lock.json");
        _history = workspace.PathOf($".release/{stack}/history.jsonl");
        _linesBefore = Lines();
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

    private bool Has(Landmark landmark) => landmark switch
    {
        Landmark.Started => true,
        Landmark.Locked => File.Exists(_holder),
        Landmark.Recorded => Lines() > _linesBefore,
        Landmark.Concluded => Lines() > _linesBefore + 1,
        Landmark.Ended => false,
        _ => throw new ArgumentOutOfRangeException(nameof(landmark), landmark, "It is no landmark."),
    };

    private int Lines() => File.Exists(_history) ? File.ReadAllText(_history).Count(character => character == '\n') : 0;
}
