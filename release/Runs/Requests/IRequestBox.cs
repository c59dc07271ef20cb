using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal;

namespace ReleaseInfra.Cli.Runs.Requests;

/// <summary>Where a process that does not carry a release asks the one that does.</summary>
internal interface IRequestBox
{
    /// <exception cref="ReleaseFailure">It cannot be written.</exception>
    Task PutAsync(JournalName release, HandRequest request, CancellationToken cancellation);

    /// <summary>Each once, in the order in which they were put; one that cannot be read now is given later.</summary>
    Task<ImmutableArray<HandRequest>> TakeAsync(JournalName release, CancellationToken cancellation);
}
