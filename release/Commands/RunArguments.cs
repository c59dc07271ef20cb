using ReleaseInfra.Cli.Plans;

namespace ReleaseInfra.Cli.Commands;

/// <param name="Why">What the release is for; null where nobody said.</param>
/// <param name="Plan">Hash of the plan that was agreed to, or its beginning; null for whatever the plan is now.</param>
/// <param name="Despite">Why the plan's problems are put up with; null where they are not.</param>
/// <param name="Committed">When the change that is released was committed; null where nobody said.</param>
internal sealed record RunArguments(
    ReleaseRequest Release, string? Why, string? Plan, string? Despite, DateTimeOffset? Committed, bool Yes, CarryArguments Carry);

/// <summary>How a release is carried, whatever the verb.</summary>
/// <param name="LeavesHeld">Whether a held release is left at once, even with traffic on its new version.</param>
internal sealed record CarryArguments(OutputFormat Format, bool LeavesHeld, bool Verbose);
