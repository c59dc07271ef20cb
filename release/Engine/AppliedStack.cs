using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine;

/// <summary>What the last finished <c>up</c> left behind.</summary>
/// <param name="Resources">In the order of their URNs.</param>
internal sealed record AppliedStack(ReleaseSettings Release, ImmutableArray<StackResource> Resources);
