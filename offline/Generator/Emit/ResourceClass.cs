using ReleaseInfra.Offline.Generator.Naming;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Emit;

internal sealed class ResourceClass(TypeNames types, PackageConventions conventions)
{
    public void Write(CodeWriter code, SchemaResource resource)
    {
        var name = resource.Name;
        code.Line($"[{conventions.AttributePrefix}ResourceType({MemberNames.Literal(resource.Token)})]");
        code.Block($"public partial class {name} : global::Pulumi.CustomResource", () =>
        {
            foreach (var output in resource.Outputs)
            {
                code.Line($"[Output({MemberNames.Literal(output.WireName)})]");
                var type = types.Output(output.Type, output.Required);
                var member = MemberNames.Property(output.WireName, name);
                code.Line($"public Output<{type}> {member} {{ get; private set; }} = null!;");
                code.Line();
            }
            WriteConstructors(code, resource);
            WriteOptions(code, resource);
        });
    }

    private void WriteConstructors(CodeWriter code, SchemaResource resource)
    {
        var name = resource.Name;
        var token = MemberNames.Literal(resource.Token);
        var args = resource.Inputs.Any(input => input.Required) ? $"{name}Args args" : $"{name}Args? args = null";
        code.Lines($$"""
            public {{name}}(string name, {{args}}, CustomResourceOptions? options = null)
                : base({{token}}, name, args ?? new {{name}}Args(), MakeResourceOptions(options, ""))
            {
            }

            """);
        if (conventions.HasGet)
            code.Lines($$"""
                private {{name}}(string name, Input<string> id, CustomResourceOptions? options = null)
                    : base({{token}}, name, null, MakeResourceOptions(options, id))
                {
                }

                public static {{name}} Get(string name, Input<string> id, CustomResourceOptions? options = null) =>
                    new {{name}}(name, id, options);

                """);
    }

    private static void WriteOptions(CodeWriter code, SchemaResource resource)
    {
        const string head =
            "private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)";
        code.Block(head, () =>
        {
            code.Block("var defaultOptions = new CustomResourceOptions", () =>
            {
                code.Line("Version = Utilities.Version,");
                WriteNames(code, "AdditionalSecretOutputs", resource.SecretOutputs);
                WriteNames(code, "ReplaceOnChanges", resource.ReplaceOnChanges);
            }, ";");
            code.Lines("""
                var merged = CustomResourceOptions.Merge(defaultOptions, options);
                merged.Id = id ?? merged.Id;
                return merged;
                """);
        });
    }

    private static void WriteNames(CodeWriter code, string option, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            code.Line($"{option} = {{ {string.Join(", ", names.Select(MemberNames.Literal))} }},");
    }
}
