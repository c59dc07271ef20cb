using System.Collections.Immutable;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Rehearse.Faults;

namespace ReleaseInfra.Cli.Simulate;

/// <param name="Faults">Each is simulated alone; none for every kind of fault, as its example.</param>
/// <param name="Releases">1 or more, over all policies and faults.</param>
/// <param name="Threads">1 or more; it changes nothing but the time.</param>
internal sealed record SimulationRequest(
    ReleaseRequest Release, ImmutableArray<RehearsalFault> Faults, int Releases, ulong Seed, int Threads);
