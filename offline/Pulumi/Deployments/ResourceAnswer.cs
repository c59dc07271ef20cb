using Pulumi.Serialization;

namespace Pulumi;

/// <summary>What came back for a resource.</summary>
internal sealed record ResourceAnswer(string Urn, string? Id, Dictionary<string, SerializedValue> Fields);
