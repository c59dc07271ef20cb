using System.Collections.Immutable;

namespace Pulumi.Testing;

public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>By wire names, without nulls and unknowns, secrets as plain values, every number a double.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>URN and id, or empty for the default provider.</summary>
    public string? Provider { get; set; }

    /// <summary>Of a resource that is read or imported.</summary>
    public string? Id { get; set; }
}
