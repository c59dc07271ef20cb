using ReleaseInfra.Offline.Generator.Naming;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Emit;

internal static class EnumType
{
    public static void Write(CodeWriter code, string name, SchemaEnum values)
    {
        switch (values)
        {
            case SchemaEnum.OfText texts:
                WriteStruct(code, name, texts.Members);
                break;
            case SchemaEnum.OfNumbers numbers:
                WriteEnum(code, name, numbers.Members);
                break;
            default:
                throw new InvalidOperationException($"No code for the enum {values}.");
        }
    }

    /// <summary>A struct, since Azure adds values and a C# enum cannot hold one that it does not know.</summary>
    private static void WriteStruct(CodeWriter code, string name, IReadOnlyList<EnumMember<string>> members)
    {
        code.Line("[EnumType]");
        code.Block($"public readonly struct {name} : global::System.IEquatable<{name}>", () =>
        {
            code.Lines($$"""
                private readonly string _value;

                private {{name}}(string value)
                {
                    _value = value ?? throw new global::System.ArgumentNullException(nameof(value));
                }

                """);
            foreach (var member in members)
            {
                var value = MemberNames.Literal(member.Value);
                code.Line($"public static {name} {MemberNames.EnumMember(member.Name)} {{ get; }} = new {name}({value});");
            }
            code.Lines($$"""

                public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);
                public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

                public static explicit operator string({{name}} value) => value._value;

                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);
                public bool Equals({{name}} other) =>
                    string.Equals(_value, other._value, global::System.StringComparison.Ordinal);

                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                public override int GetHashCode() => _value?.GetHashCode() ?? 0;

                public override string ToString() => _value;
                """);
        });
    }

    private static void WriteEnum(CodeWriter code, string name, IReadOnlyList<EnumMember<int>> members)
    {
        code.Line("[EnumType]");
        code.Block($"public enum {name}", () =>
        {
            foreach (var member in members)
                code.Line($"{MemberNames.EnumMember(member.Name)} = {member.Value},");
        });
    }
}
