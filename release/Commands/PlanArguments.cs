using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Commands;

/// <param name="Services">None for all.</param>
/// <param name="IncidentEnded">The last major incident's end; null where there was none.</param>
internal sealed record PlanArguments(
    string Stack,
    string Tag,
    IReadOnlyList<string> Services,
    ReleaseKind Kind,
    DateTimeOffset? IncidentEnded,
    OutputFormat Format);
