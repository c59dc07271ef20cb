using ReleaseInfra.Offline.Generator.Emit;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>A slice of the random package around the few lines that a test is about.</summary>
internal static class SmallSlice
{
    public static string Of(
        string inputs = "", string outputs = "", string more = "", string types = "", string responses = "", string enums = "") =>
        $$$"""
        {"package":"random","version":"1.2.3",
         "resources":{"random:index/thing:Thing":{"module":"","name":"Thing","inputs":{{{{inputs}}}},"outputs":{{{{outputs}}}}{{{more}}}}},
         "functions":{},"types":{{{{types}}}},"responses":{{{{responses}}}},"enums":{{{{enums}}}}}
        """;

    public static IReadOnlyDictionary<string, string> Generated(string slice) => PackageSource.Of(SchemaReader.Read(slice));

    /// <summary>The file of the package's own namespace.</summary>
    public static string Root(string slice) => Generated(slice)["Pulumi.Random.g.cs"];
}
