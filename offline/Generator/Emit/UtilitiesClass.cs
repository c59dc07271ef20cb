using ReleaseInfra.Offline.Generator.Naming;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Emit;

/// <summary>What every generated class of a package leans on: its version and its resource attribute.</summary>
internal static class UtilitiesClass
{
    public static void Write(CodeWriter code, SchemaPackage package, PackageConventions conventions) => code.Lines($$"""
        internal static class Utilities
        {
            public const string Version = {{MemberNames.Literal(package.Version)}};

            public static InvokeOptions WithDefaults(this InvokeOptions? options) => new InvokeOptions
            {
                Parent = options?.Parent,
                Provider = options?.Provider,
                Version = options?.Version ?? Version,
                PluginDownloadURL = options?.PluginDownloadURL,
            };

            public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options) => new InvokeOutputOptions
            {
                Parent = options?.Parent,
                Provider = options?.Provider,
                Version = options?.Version ?? Version,
                PluginDownloadURL = options?.PluginDownloadURL,
                DependsOn = options?.DependsOn ?? new InputList<Resource>(),
            };
        }

        internal sealed class {{conventions.AttributePrefix}}ResourceTypeAttribute : ResourceTypeAttribute
        {
            public {{conventions.AttributePrefix}}ResourceTypeAttribute(string type) : base(type, Utilities.Version)
            {
            }
        }
        """);
}
