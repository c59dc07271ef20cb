using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Load;

/// <param name="Host">What the requests name, without a port.</param>
/// <param name="Paths">At least one, each with its query if it has one; requested in turn.</param>
public sealed record LoadTarget(string App, string Host, ImmutableArray<string> Paths);
