namespace ReleaseInfra.Offline.Generator.Schema;

/// <summary>The values of an enum: text, or whole numbers, never both.</summary>
internal abstract record SchemaEnum
{
    private protected SchemaEnum()
    {
    }

    internal sealed record OfText(IReadOnlyList<EnumMember<string>> Members) : SchemaEnum;

    internal sealed record OfNumbers(IReadOnlyList<EnumMember<int>> Members) : SchemaEnum;
}

/// <param name="Name">The C# name, already made by the provider package.</param>
internal sealed record EnumMember<TValue>(string Name, TValue Value);
