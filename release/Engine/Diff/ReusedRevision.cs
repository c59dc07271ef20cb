using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>An update that gives another template to a revision that exists.</summary>
/// <remarks>
/// Azure never changes a revision. It answers such an update with success, and fails afterwards at making a second
/// revision of that name. Where one revision runs at a time Azure chooses the name, and each template gets a new one.
/// </remarks>
/// <param name="Service">The app's name in the program.</param>
/// <param name="Revision">In full, the app's name first.</param>
/// <param name="Changed">Paths of the properties, in their order.</param>
internal sealed record ReusedRevision(string Service, string Revision, ImmutableArray<string> Changed)
{
    private const string AppType = "azure-native:app:ContainerApp";
    private const string Template = "template";
    private const string Suffix = "template.revisionSuffix";

    /// <summary>In the order of the changes.</summary>
    public static IEnumerable<ReusedRevision> In(IEnumerable<ResourceChange> changes)
    {
        foreach (var change in changes)
        {
            if (change is not { Operation: Operation.Update, Resource: { Type: AppType, Inputs: var inputs } })
                continue;
            ImmutableArray<string> changed =
                [.. change.Changes.Select(property => property.Path).Where(path => PropertyPath.IsUnder(path, Template))];
            if (changed.IsEmpty || changed.Contains(Suffix) || Name(inputs) is not { } revision)
                continue;
            yield return new ReusedRevision(change.Resource.Name, revision, changed);
        }
    }

    /// <summary>Null where Azure names the revision.</summary>
    private static string? Name(MapValue inputs) =>
        inputs.Find("configuration") is MapValue configuration
        && configuration.Find("activeRevisionsMode") is TextValue { Value: "Multiple" }
        && inputs.Find("containerAppName") is TextValue app
        && inputs.Find(Template) is MapValue template
        && template.Find("revisionSuffix") is TextValue suffix
            ? $"{app.Value}--{suffix.Value}"
            : null;
}
