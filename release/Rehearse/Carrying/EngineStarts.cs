using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Rehearse.Processes;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Rehearse.Carrying;

/// <summary>Starts engines. Until one has something to tell, the rehearsal's clock goes at the machine's speed: a process starts no faster.</summary>
internal sealed class EngineStarts(RehearsalWorld world, string workspace, string door) : IJournalListener
{
    /// <summary>Who acts, for a program that knows no other login.</summary>
    private const string Actor = "GITHUB_ACTOR";

    private IDisposable? _starting;

    /// <param name="by">Null for whoever rehearses.</param>
    public EngineProcess Start(string? by, IEnumerable<string> arguments)
    {
        Told();
        _starting = world.Time.Working();
        var variables = new Dictionary<string, string> { [Inside.RehearsalDoor.Variable] = door };
        if (by is not null)
            variables[Actor] = by;
        return EngineProcess.Start(workspace, variables, arguments);
    }

    public void Ended()
    {
        Told();
        world.Time.Forsaken();
    }

    public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        Told();
        return Task.CompletedTask;
    }

    private void Told() => Interlocked.Exchange(ref _starting, null)?.Dispose();
}
