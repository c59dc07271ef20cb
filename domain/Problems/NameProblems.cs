using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Domain.Problems;

/// <summary>RI30: names that Azure would refuse, most of them only after the resources before have been made.</summary>
public static class NameProblems
{
    /// <param name="setting">The place of the setting that the name comes from, which is the name itself where it is stated.</param>
    public static Problem NameBroken(Place setting, AzureName name, string violation)
    {
        var excess = name.Value.Length - name.Rule.Longest;
        return new Problem(
            ProblemCode.NameBroken,
            setting.Source,
            setting.Path,
            name.Value,
            $"The {name.Rule.Kind} would be named '{name.Value}', which {violation}.",
            name.Rule.Allowed,
            excess > 0
                ? $"Shorten the name in '{name.Origin}' by {excess} {(excess == 1 ? "character" : "characters")}."
                : $"Change the name in '{name.Origin}'.");
    }

    public static Problem RevisionNameTooLong(Place tag, string revision, int longest) => new(
        ProblemCode.RevisionNameTooLong,
        tag.Source,
        tag.Path,
        tag.Value,
        $"The revision would be named '{revision}', which has {revision.Length} characters.",
        $"at most {longest} characters for the app's name, '--' and the revision's suffix together",
        $"Take a tag that is {revision.Length - longest} {(revision.Length - longest == 1 ? "character" : "characters")} shorter, "
        + "or shorten the service's name.");

    public static Problem ReservedServiceName(Place service, string name) => new(
        ProblemCode.ReservedServiceName,
        service.Source,
        service.Path,
        null,
        $"A service cannot be named '{name}': a release names the migration job so.",
        "any other name",
        "Rename the service.");
}
