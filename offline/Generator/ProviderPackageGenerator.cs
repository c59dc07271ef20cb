using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReleaseInfra.Offline.Generator.Emit;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator;

/// <summary>Makes a provider package's types from the schema slice among a project's additional files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProviderPackageGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The pipeline carries the slice's text alone, so editing a C# file never makes the types anew.
        var slices = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Select((file, cancellation) => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? ""));
        context.RegisterSourceOutput(slices, (output, slice) => Generate(output, slice.Path, slice.Text));
    }

    private static void Generate(SourceProductionContext output, string path, string text)
    {
        try
        {
            foreach (var file in PackageSource.Of(SchemaReader.Read(text)))
            {
                output.CancellationToken.ThrowIfCancellationRequested();
                output.AddSource(file.Key, SourceText.From(file.Value, Encoding.UTF8));
            }
        }
        catch (SchemaException problem)
        {
            output.ReportDiagnostic(SliceDiagnostic.At(path, problem.Message));
        }
    }
}
