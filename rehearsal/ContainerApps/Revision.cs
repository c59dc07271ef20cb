using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>A template that an app was given once. The template never changes; whether it is active and healthy does.</summary>
/// <param name="Name">The app's name, two hyphens and the suffix.</param>
/// <param name="Number">From 1 in the order of creation; never used twice in an app.</param>
/// <param name="Template">Without the suffix, so that templates compare by what they run.</param>
public sealed record Revision(
    string Name,
    int Number,
    ImmutableSortedDictionary<string, object> Template,
    DateTimeOffset Created,
    DateTimeOffset LastActive,
    bool Active,
    RevisionHealth Health);
