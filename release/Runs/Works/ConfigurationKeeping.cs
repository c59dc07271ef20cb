using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Makes the stack's file say what runs, and the engine's state what the file says: the next update changes nothing.</summary>
internal sealed class ConfigurationKeeping(Underway release)
{
    public async Task KeepAsync(ReleaseSettings running, CancellationToken cancellation)
    {
        var edit = new ConfigurationEdit(Workspace.StackFile(release.Settings.Stack));
        await release.Journal.WriteAsync(new WorkBegan(edit));
        await release.Stack.ApplyAsync(running, cancellation);
        await release.Journal.WriteAsync(new WorkEnded(edit));
    }
}
