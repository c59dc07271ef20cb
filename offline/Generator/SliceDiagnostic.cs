using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReleaseInfra.Offline.Generator;

internal static class SliceDiagnostic
{
    private static readonly DiagnosticDescriptor Unreadable = new(
        id: "RIG001",
        title: "A schema slice that the generator cannot turn into types",
        messageFormat: "No types were made from the schema slice: {0}",
        category: "Generation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static Diagnostic At(string path, string problem) =>
        Diagnostic.Create(Unreadable, Location.Create(path, default, default), problem);
}
