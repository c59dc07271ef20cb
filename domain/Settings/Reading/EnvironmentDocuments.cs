using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>All that is known about an environment before it is judged.</summary>
/// <param name="Environment">The layers of stacks/environments, one laid over the other; null where a file could not be read.</param>
/// <param name="Stack">The configuration keys of the stack's file, namespaces included; null where it could not be read.</param>
/// <param name="Previous">The release that ran before; null where nothing is known, so that rules between releases do not apply.</param>
public sealed record EnvironmentDocuments(
    StackName Name,
    ObjectNode? Environment,
    ObjectNode? Stack,
    ReleaseSettings? Previous,
    StagingEvidence Staging,
    ITimeZones TimeZones);
