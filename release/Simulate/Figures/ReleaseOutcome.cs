using ReleaseInfra.Cli.Rehearse.Faults;

namespace ReleaseInfra.Cli.Simulate.Figures;

/// <summary>What there is to count of one simulated release.</summary>
/// <param name="Took">Until it was over, or until people were needed.</param>
/// <param name="Detected">From the moment on from which something was wrong until the release was left or held; null where nothing was, or it was not.</param>
/// <param name="Returned">From that decision until the old version served alone; null where it did not go back at once.</param>
/// <param name="Failed">Requests.</param>
/// <param name="OutageMinutes">In which more of all requests failed than the policy's limit.</param>
internal sealed record ReleaseOutcome(
    RehearsedEnding Ending, TimeSpan Took, TimeSpan? Detected, TimeSpan? Returned, long Requests, long Failed, int OutageMinutes);
