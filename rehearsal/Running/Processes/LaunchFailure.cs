namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>A process was not started at all; the message says why.</summary>
internal sealed class LaunchFailure(string message, Exception? cause = null) : Exception(message, cause);
