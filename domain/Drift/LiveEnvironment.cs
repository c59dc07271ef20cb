using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Drift;

/// <summary>What was found in Azure.</summary>
/// <param name="Resources">Everything of <see cref="AzureTypes"/> in the group, expected or not.</param>
public sealed record LiveEnvironment(
    ImmutableArray<LiveApp> Apps,
    ImmutableArray<LiveJob> Jobs,
    ImmutableArray<LiveSite> Sites,
    ImmutableArray<LiveResource> Resources);

/// <param name="Mode">Azure's word, as in <c>Multiple</c>.</param>
/// <param name="Images">Of the template's containers.</param>
public sealed record LiveApp(
    string Name,
    string Mode,
    ImmutableArray<LiveImage> Images,
    ImmutableArray<LiveTraffic> Traffic,
    ImmutableArray<LiveRevision> Revisions);

/// <summary>One row of an app's traffic, with the revision that it leads to now.</summary>
/// <param name="Follows">What the row names in place of a revision: <c>latest revision</c>, a label; null where it names one.</param>
/// <param name="Revision">Null where nobody can tell.</param>
public sealed record LiveTraffic(string? Revision, string? Follows, int Weight, string? Label);

public sealed record LiveRevision(string Name, bool Active, ImmutableArray<LiveImage> Images);

public sealed record LiveJob(string Name, ImmutableArray<LiveImage> Images);

/// <param name="Image">Null where it runs no container.</param>
public sealed record LiveSite(
    string Name, LiveImage? Image, ImmutableArray<LiveRampUp> RampUp, ImmutableArray<LiveSlot> Slots);

public sealed record LiveSlot(string Name, LiveImage? Image);

/// <param name="Percent">0..100 of the site's requests.</param>
public sealed record LiveRampUp(string Slot, double Percent);

/// <param name="ReleaseTag">What the container is told that it is; null where that is not known.</param>
public sealed record LiveImage(string Reference, string? ReleaseTag);

/// <param name="Type">In any spelling of capitals.</param>
public sealed record LiveResource(string Type, string Name);
