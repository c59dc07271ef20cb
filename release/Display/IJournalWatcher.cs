using ReleaseInfra.Cli.Journal;

namespace ReleaseInfra.Cli.Display;

/// <summary>Shows a release while it runs. Disposing it leaves the terminal as it was found, with what was shown last.</summary>
internal interface IJournalWatcher : IJournalListener, IAsyncDisposable;
