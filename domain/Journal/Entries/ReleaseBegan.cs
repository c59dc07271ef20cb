using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Journal.Entries;

/// <summary>The first entry of every journal, and of none but the first.</summary>
public sealed record ReleaseBegan : JournalEntry
{
    internal const string Word = "release began";

    public override string Kind => Word;

    public required ReleaseId Id { get; init; }

    public required StackName Stack { get; init; }

    /// <summary>In the order of the course's members, one for each.</summary>
    public required ImmutableArray<ReleasedService> Services { get; init; }

    /// <summary>User and host, as in <c>ann@laptop</c>.</summary>
    public required string By { get; init; }

    public required string Why { get; init; }

    public required ReleaseKind Release { get; init; }

    public required string PlanHash { get; init; }

    /// <summary>SHA-256 of the configuration that was read, hexadecimal.</summary>
    public required string ConfigurationDigest { get; init; }

    /// <summary>Of the program that planned; see <see cref="JournalRules.Version"/>.</summary>
    public required int Rules { get; init; }

    public required RolloutCourse Course { get; init; }

    /// <summary>
    /// Carried out by others, such as by <c>up</c>, and taken into a journal to be undone: it begins where releases end.
    /// </summary>
    public bool IsAdopted { get; init; }

    /// <summary>When the change that is released was committed, for the lead time; null where nobody said.</summary>
    public DateTimeOffset? Committed
    {
        get;
        init => field = value is { } at ? JournalTime.Of(at) : null;
    }
}

/// <param name="Slot">That takes the new version; null for a service without slots.</param>
/// <param name="From">Null where nothing ran yet.</param>
public sealed record ReleasedService(string Service, Slot? Slot, ImageTag? From, ImageTag To);
