using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>What a container app's inputs say, with Azure's defaults.</summary>
internal sealed class AppInputs(AzureResource app)
{
    public const string Type = "azure-native:app:ContainerApp";

    private const int DefaultInactiveKept = 100;

    public string AppName => app.AzureName;

    /// <summary>"Labels" is a preview mode that nothing here knows.</summary>
    public bool IsMultiple => app.Declared.TextOrNull("configuration.activeRevisionsMode") == "Multiple";

    public bool HasIngress => app.Declared.Find("configuration.ingress") is not null;

    public string? Suffix => app.Declared.TextOrNull("template.revisionSuffix") is { Length: > 0 } suffix ? suffix : null;

    public ImmutableSortedDictionary<string, object> Template => field ??=
        (app.Inputs.GetValueOrDefault("template") as ImmutableSortedDictionary<string, object> ?? PlainValues.Empty).Remove("revisionSuffix");

    public int InactiveKept => app.Declared.Whole("configuration.maxInactiveRevisions", DefaultInactiveKept);

    public ImmutableHashSet<string> Secrets => [.. app.Select("configuration.secrets[].name").OfType<string>()];

    /// <summary>Replicas that an active revision holds when nobody asks for more.</summary>
    public static int MinReplicas(ImmutableSortedDictionary<string, object> template) =>
        PlainValues.Select(template, "scale.minReplicas").FirstOrDefault() is { } least
            ? Convert.ToInt32(least, CultureInfo.InvariantCulture)
            : 0;

    public static IEnumerable<string> SecretsReferredTo(ImmutableSortedDictionary<string, object> template) =>
    [
        .. PlainValues.Select(template, "containers[].env[].secretRef").OfType<string>(),
        .. PlainValues.Select(template, "initContainers[].env[].secretRef").OfType<string>(),
    ];
}
