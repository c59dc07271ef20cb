using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <param name="Hosts">The app's, or one revision's, or one label's; without a port, in any case.</param>
/// <param name="Shares">One of 100 for a revision or a label.</param>
public sealed record Route(string App, ImmutableArray<string> Hosts, ImmutableArray<Share> Shares);
