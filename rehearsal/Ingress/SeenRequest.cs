namespace ReleaseInfra.Rehearsal.Ingress;

/// <param name="Version">Empty where no version of the app has a share.</param>
/// <param name="Host">As the client wrote it, without a port.</param>
/// <param name="Path">Without the query.</param>
/// <param name="At">When the request's head had come.</param>
/// <param name="Took">Until its answer had ended; of a 101, until the connection had, which says nothing of how quick the version is.</param>
/// <param name="Status">What the client was answered; 499 where it went away before.</param>
/// <param name="IsOfFault">The version's fault gave the answer, and not its process.</param>
public sealed record SeenRequest(
    string App, string Version, string Host, string Path, DateTimeOffset At, TimeSpan Took, int Status, bool IsOfFault)
{
    /// <summary>The answer began with <see cref="Status"/> and never came to its end.</summary>
    public bool IsBroken { get; init; }
}
