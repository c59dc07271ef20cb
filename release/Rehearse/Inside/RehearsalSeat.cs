using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.Local.Apply;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Rehearsal.Clocks;

namespace ReleaseInfra.Cli.Rehearse.Inside;

/// <summary>This process's place in a rehearsal of another process: its Azure and its clock stand in for this machine's own.</summary>
internal sealed class RehearsalSeat : IDisposable
{
    private readonly RehearsalDoor _door;
    private readonly SharedTime _time;

    private RehearsalSeat(RehearsalDoor door, SharedTime time) => (_door, _time) = (door, time);

    public TimeProvider Clock => _time;

    /// <param name="file">As <see cref="RehearsalDoor.Variable"/> names it; null outside of a rehearsal.</param>
    /// <exception cref="ReleaseFailure">The rehearsal is over, or there was none.</exception>
    public static RehearsalSeat? Find(string? file)
    {
        if (file is null)
            return null;
        var door = RehearsalDoor.Read(file);
        try
        {
            return new RehearsalSeat(door, SharedTime.Open(door.Clock));
        }
        catch (IOException gone)
        {
            throw ReleaseFailure.NoRehearsal(file, gone.Message);
        }
    }

    /// <summary>Interrupts this process in good order once its input ends: then the rehearsal wants it to, or is gone.</summary>
    public static void LeaveWith(Stream input, CancellationTokenSource interrupt) => _ = Task.Run(async () =>
    {
        await input.CopyToAsync(Stream.Null, interrupt.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await interrupt.CancelAsync();
    });

    public LocalEngineOptions In(LocalEngineOptions options) => options with
    {
        Azure = (_, _, _) => Task.FromResult<IStackAzure>(new DistantStackAzure(_door.Engine, _time)),
    };

    public Machine In(Machine machine) => machine with { ProfileFolder = _door.Profile };

    public Workbench In(Workbench bench) => bench with
    {
        Engine = new WorkingEngine(_time, bench.Engine),
        Azure = new RehearsedSessions(_door, _time),
        // Nobody is woken by a rehearsal.
        TellsPeople = false,
        Journals = new FileJournalStore(bench.Folder, new WorkingDisk(_time, new JournalDisk())),
    };

    public void Dispose() => _time.Dispose();
}
