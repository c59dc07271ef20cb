using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Preview;

/// <summary>A preview for people: the release, the resources by component, the counts.</summary>
internal static class PreviewText
{
    public static void Write(PreviewView view, StyledWriter writer, bool verbose)
    {
        writer.WriteLine(Style.Heading, $"Preview of {view.Stack}");
        writer.WriteLine(Style.Muted, $"engine {view.Engine}, SDK {view.Sdk}, state {State(view)}");
        foreach (var note in view.Notes)
            writer.WriteLine(Style.Changed, $"note: {note}");
        writer.WriteLine();
        WriteRelease(view.Release, writer);
        foreach (var group in ComponentGroup.Of(view.Resources))
            WriteGroup(group, writer, verbose);

        writer.Write(Style.Heading, view.AzureCounts.IsNothing ? "No changes" : "Resources");
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $": {view.AzureCounts.Text()} ({view.Elapsed.TotalSeconds:0.00} s)"));
    }

    private static string State(PreviewView view) => view.Applied switch
    {
        AppliedBefore.Nothing => $"{view.StateLocation} (nothing applied yet)",
        AppliedBefore.APart => $"{view.StateLocation} (the last update did not end; 'release up {view.Stack}' completes it)",
        _ => view.StateLocation,
    };

    private static void WriteRelease(ImmutableArray<ReleaseRow> rows, StyledWriter writer)
    {
        writer.WriteLine(Style.Heading, rows is [] ? "Release: no changes" : "Release");
        var services = rows.Select(row => row.Service.Length).DefaultIfEmpty().Max();
        var tags = rows.Select(row => row.TagText.Length).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            var line = $"  {row.Service.PadRight(services)}  {row.SlotText,-5}  {row.TagText.PadRight(tags)}  {row.WeightText}";
            writer.WriteLine(line.TrimEnd());
        }

        writer.WriteLine();
    }

    private static void WriteGroup(ComponentGroup group, StyledWriter writer, bool verbose)
    {
        writer.Write(Style.Heading, group.Path is "" ? "(stack)" : group.Path);
        writer.WriteLine(Style.Muted, $"  {ChangeCounts.Of(group.Changes).Text()}");
        foreach (var change in group.Changes)
            WriteResource(change, writer, verbose);
        writer.WriteLine();
    }

    private static void WriteResource(ResourceChange change, StyledWriter writer, bool verbose)
    {
        var resource = change.Resource;
        writer.Write("  ");
        writer.Write(ResourceLine.StyleOf(change.Operation), ResourceLine.Symbol(change.Operation));
        writer.Write($" {ResourceLine.ShortType(resource.Type)}  {resource.Name}");
        writer.WriteLine(Style.Muted, ResourceLine.AzureName(resource) is { Length: > 0 } name ? $"  {name}" : "");
        if (change.Operation == Operation.Create && !verbose)
            return;

        foreach (var property in change.Changes)
            writer.WriteLine($"      {ResourceLine.Property(property)}");
    }
}
