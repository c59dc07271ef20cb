using Pulumi;

namespace ReleaseInfra.Cli.Engine.Local;

/// <param name="QualifiedType">Its parents' types and its own, as in its URN.</param>
/// <param name="Parent">URN; null directly under the stack.</param>
internal sealed record RecordedResource(
    Resource Resource,
    ResourceArgs? Args,
    ResourceOptions Options,
    string QualifiedType,
    string Urn,
    string? Parent,
    bool Protect);
