using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Cli.Preview;

/// <summary>How one resource and its properties read, the same in every form for people.</summary>
internal static class ResourceLine
{
    public static string Symbol(Operation operation) => operation switch
    {
        Operation.Create => "+",
        Operation.Update => "~",
        Operation.Replace => "±",
        Operation.Delete => "-",
        Operation.Same => " ",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation."),
    };

    public static Style StyleOf(Operation operation) => operation switch
    {
        Operation.Create => Style.Added,
        Operation.Update => Style.Changed,
        Operation.Replace => Style.Replaced,
        Operation.Delete => Style.Removed,
        _ => Style.Muted,
    };

    /// <summary>The type without package and module, as in <c>ContainerApp</c>.</summary>
    public static string ShortType(string type) => type[(type.LastIndexOf(':') + 1)..];

    /// <summary>The name in Azure; empty where the type has none or it is not known yet.</summary>
    public static string AzureName(StackResource resource) =>
        ComputedValues.NameInput(resource.Type) is { } input && resource.Inputs.Find(input) is TextValue name ? name.Value : "";

    public static string Property(PropertyChange change)
    {
        var replaces = change.ForcesReplacement ? " (replaces)" : "";
        return change switch
        {
            { From: null, To: { } to } => $"{change.Path}: {to.Text()}{replaces}",
            { From: { } from, To: null } => $"{change.Path}: {from.Text()} -> nothing{replaces}",
            { From: { } from, To: { } to } => $"{change.Path}: {from.Text()} -> {to.Text()}{replaces}",
            _ => throw new InvalidOperationException($"{change.Path} has neither an old nor a new value."),
        };
    }
}
