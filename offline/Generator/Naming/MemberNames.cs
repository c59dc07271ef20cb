using Microsoft.CodeAnalysis.CSharp;

namespace ReleaseInfra.Offline.Generator.Naming;

/// <summary>C# names made from wire names.</summary>
internal static class MemberNames
{
    private static readonly string[] ObjectMembers =
    [
        nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals), nameof(ToString),
    ];

    /// <summary>A member may not have the name of its own class, so it then gets the ending Value.</summary>
    public static string Property(string wireName, string className)
    {
        var name = Capitalised(wireName);
        return name == className ? $"{name}Value" : name;
    }

    /// <summary>The first letter in upper case; hyphens dropped.</summary>
    public static string Capitalised(string wireName) =>
        char.ToUpperInvariant(wireName[0]) + wireName.Substring(1).Replace("-", "");

    public static string Parameter(string wireName) => Escaped(wireName.Replace("-", ""));

    public static string Field(string wireName) => $"_{wireName.Replace("-", "")}";

    /// <summary>Every enum struct has its own Equals, so a value of that name gives way.</summary>
    public static string EnumMember(string name) => name == nameof(Equals) ? "EqualsValue" : Escaped(name);

    /// <summary>What a member's declaration needs when <see cref="object"/> has one of that name, as with Equals.</summary>
    public static string Hiding(string name) => Array.IndexOf(ObjectMembers, name) < 0 ? "" : "new ";

    /// <summary>A name that C# reserves gets an at sign.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
