using System.Globalization;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Updates;

/// <summary>A line for each resource as it is done, and how many they are.</summary>
internal sealed class UpdateLines(StyledWriter writer, bool visible) : IProgress<AppliedChange>
{
    public int Done { get; private set; }

    public void Report(AppliedChange value)
    {
        Done = value.Number;
        if (!visible)
            return;

        var (operation, resource) = (value.Change.Operation, value.Change.Resource);
        var of = value.Of.ToString(CultureInfo.InvariantCulture);
        writer.Write(Style.Muted, $"{value.Number.ToString(CultureInfo.InvariantCulture).PadLeft(of.Length)}/{of}  ");
        writer.Write(ResourceLine.StyleOf(operation), $"{operation.Past(),-8}");
        writer.Write($"  {ResourceLine.ShortType(resource.Type)}  {resource.Name}");
        writer.WriteLine(Style.Muted, ResourceLine.AzureName(resource) is { Length: > 0 } name ? $"  {name}" : "");
    }
}
