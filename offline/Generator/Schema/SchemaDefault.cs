namespace ReleaseInfra.Offline.Generator.Schema;

/// <summary>The value that a package fills in when the program gives none.</summary>
internal abstract record SchemaDefault
{
    private protected SchemaDefault()
    {
    }

    internal sealed record Text(string Value) : SchemaDefault;

    /// <summary>A number or a boolean, which JSON and C# write alike.</summary>
    internal sealed record Literal(string Code) : SchemaDefault;
}
