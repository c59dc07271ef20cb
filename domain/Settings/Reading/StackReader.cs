using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Releases.Reading;
using ReleaseInfra.Domain.Releases.Rules;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>Reads a stack's file: the release, and where the environment stands.</summary>
internal static class StackReader
{
    public const string OwnNamespace = "release-infra:";

    private static readonly Key<string> Location = new("azure-native:location", Texts.Region);

    /// <summary>Keys that this program reads. Other namespaces are other programs' and providers' business.</summary>
    public static readonly KeyTable Keys = new(Location, ReleaseReader.Entries);

    /// <param name="parts">Null where the environment could not be read.</param>
    public static StackSettings? Read(EnvironmentDocuments documents, ReleasedParts? parts, ProblemList problems)
    {
        if (documents.Stack is null)
            return null;
        var section = new Section(documents.Stack, problems);
        RefuseUnknown(documents.Stack, problems);
        var location = section.Read(Location);
        var release = ReleaseReader.Read(section, parts is null ? _ => ReleaseForm.Unknown : parts.Form, parts?.Names ?? []);
        if (documents.Stack.Find(ReleaseReader.Key) is not ObjectNode written)
            return null;
        if (parts is not null)
            CheckParts(written, parts, release, problems);
        if (documents.Previous is not null)
            BetweenReleases.Check(written, documents.Previous, release, service => parts?.IsContainerApp(service) ?? false, problems);
        PromotionRule.Check(written, documents.Previous, release, documents.Staging, problems);
        return new StackSettings(location, release);
    }

    private static void CheckParts(ObjectNode written, ReleasedParts parts, ReleaseSettings release, ProblemList problems)
    {
        foreach (var name in parts.Names)
        {
            if (written.Find(name) is null)
            {
                var rolling = parts.Form(name) == ReleaseForm.Rolling;
                problems.Add(ReleaseProblems.ServiceWithoutRelease(Place.Missing(written, name), name, rolling));
            }
            else if (parts.IsContainerApp(name) && release.Services.GetValueOrDefault(name) is BlueGreenRelease slots && parts.AzureNames is { } names)
            {
                RevisionNameRule.Check(written, name, names.ContainerApp(name), slots, problems);
            }
            else if (parts.IsSite(name) && release.Services.GetValueOrDefault(name) is BlueGreenRelease { Blue.Tag: null })
            {
                problems.Add(ReleaseProblems.SiteWithoutTag(Place.Find(written, $"{name}.blue.tag"), name));
            }
        }
    }

    private static void RefuseUnknown(ObjectNode stack, ProblemList problems)
    {
        string[] own = [.. Keys.Names.Where(name => name.StartsWith(OwnNamespace, StringComparison.Ordinal))];
        foreach (var (name, property) in stack.Properties)
        {
            var key = Place.Key(property.KeySource, property.Value.Path);
            if (!name.Contains(':', StringComparison.Ordinal))
                problems.Add(DocumentProblems.KeyWithoutNamespace(key, name, $"{OwnNamespace}{name}"));
            else if (name.StartsWith(OwnNamespace, StringComparison.Ordinal) && !own.Contains(name))
                problems.Add(DocumentProblems.UnknownKey(key, name, own));
        }
    }
}
