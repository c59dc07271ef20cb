using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Display;

/// <summary>Each record is written as it comes, and out of this process at once: whoever reads a pipe sees it when it happens.</summary>
internal abstract class WrittenLines : IJournalWatcher
{
    private readonly Lock _turn = new();
    private bool _broken;

    private protected WrittenLines(TextWriter output) => Output = output;

    private protected TextWriter Output { get; }

    public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        lock (_turn)
        {
            try
            {
                if (!_broken)
                    Write(record);
                Output.Flush();
            }
            catch (IOException)
            {
                // Whoever read has gone, as with `| head`. The release goes on, and its journal has it all.
                _broken = true;
            }
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private protected abstract void Write(JournalRecord record);
}
