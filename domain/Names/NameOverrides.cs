namespace ReleaseInfra.Domain.Names;

/// <summary>Names that configuration states, each null where the derived one serves.</summary>
public sealed record NameOverrides(string? Registry, string? Vault, string? DatabaseServer)
{
    public static readonly NameOverrides None = new(null, null, null);
}
