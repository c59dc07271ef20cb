using ReleaseInfra.Offline.Generator.Naming;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Emit;

/// <summary>A class that comes back: a nested output, or the result of a function.</summary>
internal sealed class OutputClass(TypeNames types)
{
    public void Write(CodeWriter code, string name, IReadOnlyList<SchemaProperty> properties)
    {
        code.Line("[OutputType]");
        code.Block($"public sealed class {name}", () =>
        {
            foreach (var property in properties)
            {
                var field = MemberNames.Property(property.WireName, name);
                code.Line($"public {MemberNames.Hiding(field)}readonly {Type(property)} {field};");
            }
            code.Line();
            code.Line("[OutputConstructor]");
            var parameters = properties.Select(property => $"{Type(property)} {MemberNames.Parameter(property.WireName)}");
            code.Block($"private {name}({string.Join(", ", parameters)})", () =>
            {
                foreach (var property in properties)
                    code.Line($"{MemberNames.Property(property.WireName, name)} = {MemberNames.Parameter(property.WireName)};");
            });
        });
    }

    private string Type(SchemaProperty property) => types.Output(property.Type, property.Required);
}
