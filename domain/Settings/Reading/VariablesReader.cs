using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>What a container finds in its environment: plain values, and references to secrets.</summary>
internal static class VariablesReader
{
    public static readonly Key<ImmutableSortedDictionary<string, string>> Variables =
        new Key<ImmutableSortedDictionary<string, string>>("variables", Form.Map(Texts.VariableName, Texts.Any))
            .Or(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public static readonly Key<ImmutableSortedDictionary<string, SecretReference>> Secrets =
        new Key<ImmutableSortedDictionary<string, SecretReference>>("secrets", Form.Map(Texts.VariableName, new SecretForm()))
            .Or(ImmutableSortedDictionary.Create<string, SecretReference>(StringComparer.Ordinal));

    public static ImmutableSortedDictionary<string, string> ReadOfSite(
        Section section,
        out ImmutableSortedDictionary<string, SecretReference> secrets) =>
        Read(section, ReservedVariables.OwnerInSites, out secrets);

    /// <summary>Of an app or a job of Container Apps.</summary>
    public static ImmutableSortedDictionary<string, string> ReadOfContainerApp(
        Section section,
        out ImmutableSortedDictionary<string, SecretReference> secrets)
    {
        var variables = Read(section, ReservedVariables.OwnerInContainerApps, out secrets);
        CheckVersions(section, secrets);
        return variables;
    }

    private static ImmutableSortedDictionary<string, string> Read(
        Section section,
        Func<string, string?> owner,
        out ImmutableSortedDictionary<string, SecretReference> secrets)
    {
        var variables = section.Read(Variables);
        secrets = section.Read(Secrets);
        CheckNames(section, Variables, variables.Keys, owner);
        CheckNames(section, Secrets, secrets.Keys, owner);
        if (!section.AreSound(Variables, Secrets))
            return variables;
        foreach (var name in variables.Keys.Where(secrets.ContainsKey))
            section.Problems.Add(SettingsProblems.VariableAlsoSecret(PlaceOf(section, Variables, name), name));
        return variables;
    }

    private static void CheckNames(Section section, Key key, IEnumerable<string> names, Func<string, string?> owner)
    {
        foreach (var name in names)
        {
            if (owner(name) is { } setBy)
                section.Problems.Add(SettingsProblems.ReservedVariable(PlaceOf(section, key, name), name, setBy));
        }
    }

    private static void CheckVersions(Section section, ImmutableSortedDictionary<string, SecretReference> secrets)
    {
        var first = new Dictionary<string, (string Variable, string Version)>(KeptSecret.Names);
        foreach (var (name, reference) in secrets)
        {
            if (reference is not KeptSecret kept || first.TryAdd(kept.Name, (name, kept.Version)))
                continue;
            var (other, version) = first[kept.Name];
            if (kept.Version != version)
                section.Problems.Add(SettingsProblems.SecretInTwoVersions(PlaceOf(section, Secrets, name), name, other));
        }
    }

    private static Place PlaceOf(Section section, Key key, string name) => Place.Find(section.Node, $"{key.Name}.{name}");
}
