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

    public static ImmutableSortedDictionary<string, string> Read(
        Section section,
        out ImmutableSortedDictionary<string, SecretReference> secrets)
    {
        var variables = section.Read(Variables);
        secrets = section.Read(Secrets);
        if (!section.AreSound(Variables, Secrets))
            return variables;
        foreach (var name in variables.Keys.Where(secrets.ContainsKey))
            section.Problems.Add(SettingsProblems.VariableAlsoSecret(Place.Find(section.Node, $"{Variables.Name}.{name}"), name));
        return variables;
    }
}
