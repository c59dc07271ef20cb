namespace ReleaseInfra.Offline.Generator.Schema;

/// <summary>The type of a property, as the slice writes it after <c>is</c>.</summary>
internal abstract record SchemaType
{
    private protected SchemaType()
    {
    }

    /// <summary>A type that C# has a keyword for.</summary>
    internal sealed record Simple(string Keyword) : SchemaType;

    internal sealed record List(SchemaType Element) : SchemaType;

    /// <summary>Keys are strings.</summary>
    internal sealed record Map(SchemaType Element) : SchemaType;

    /// <summary>A nested input, by its name in <c>types</c>.</summary>
    internal sealed record Nested(string Name) : SchemaType;

    /// <summary>A nested output, by its name in <c>responses</c>.</summary>
    internal sealed record Response(string Name) : SchemaType;

    internal sealed record Enum(string Name) : SchemaType;

    internal sealed record Union(SchemaType First, SchemaType Second) : SchemaType;

    /// <summary>Untyped, or one of more than two types: the packages type both as an object.</summary>
    internal sealed record Anything : SchemaType;
}
