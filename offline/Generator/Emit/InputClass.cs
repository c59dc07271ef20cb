using ReleaseInfra.Offline.Generator.Naming;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Emit;

/// <summary>A class that the program fills in: the args of a resource, a nested input, or the args of a function.</summary>
internal sealed class InputClass(TypeNames types)
{
    public void Write(CodeWriter code, string name, string baseClass, IReadOnlyList<SchemaProperty> properties) =>
        code.Block($"public sealed class {name} : global::Pulumi.{baseClass}", () =>
        {
            foreach (var property in properties)
            {
                WriteProperty(code, property, MemberNames.Property(property.WireName, name));
                code.Line();
            }
            WriteConstructor(code, name, properties);
            code.Line();
            code.Line($"public static new {name} Empty => new {name}();");
        });

    /// <summary>The args of a function that is awaited: values, not inputs.</summary>
    public void WritePlain(CodeWriter code, string name, IReadOnlyList<SchemaProperty> properties) =>
        code.Block($"public sealed class {name} : global::Pulumi.InvokeArgs", () =>
        {
            foreach (var property in properties)
            {
                code.Line(Attribute(property));
                var (mark, ending) = property.Required ? ("", " = default!;") : ("?", "");
                var member = MemberNames.Property(property.WireName, name);
                code.Line($"public {types.Plain(property.Type)}{mark} {member} {{ get; set; }}{ending}");
                code.Line();
            }
            WriteConstructor(code, name, properties);
        });

    private void WriteProperty(CodeWriter code, SchemaProperty property, string name)
    {
        var type = types.Input(property.Type);
        var access = $"public {MemberNames.Hiding(name)}";
        code.Line(Attribute(property));
        if (property.Type is SchemaType.List or SchemaType.Map)
        {
            var field = MemberNames.Field(property.WireName);
            code.Line($"private {type}? {field};");
            code.Line($"{access}{type} {name} {{ get => {field} ??= new {type}(); set => {field} = value; }}");
        }
        else if (property.Required)
            code.Line($"{access}{type} {name} {{ get; set; }} = null!;");
        else
            code.Line($"{access}{type}? {name} {{ get; set; }}");
    }

    private void WriteConstructor(CodeWriter code, string name, IReadOnlyList<SchemaProperty> properties) =>
        code.Block($"public {name}()", () =>
        {
            foreach (var property in properties)
            {
                if (property.Default is { } value)
                    code.Line($"{MemberNames.Property(property.WireName, name)} = {Code(value, property.Type)};");
            }
        });

    private string Code(SchemaDefault value, SchemaType type) => (value, type) switch
    {
        (SchemaDefault.Literal literal, _) => literal.Code,
        (SchemaDefault.Text text, SchemaType.Enum named) => types.EnumMember(named.Name, text.Value),
        (SchemaDefault.Text text, _) => MemberNames.Literal(text.Value),
        _ => throw new InvalidOperationException($"No code for the default {value}."),
    };

    private static string Attribute(SchemaProperty property) =>
        $"[Input({MemberNames.Literal(property.WireName)}{(property.Required ? ", required: true" : "")})]";
}
