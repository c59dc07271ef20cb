using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases.Reading;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>What a release must have an entry for, and of which form.</summary>
/// <param name="Plan">Null also where it could not be read.</param>
/// <param name="Names">Null where application or organization could not be read.</param>
internal sealed class ReleasedParts(
    IReadOnlyList<ReadService> services,
    bool hasMigration,
    AppServicePlanSettings? plan,
    AzureNames? names)
{
    private readonly Dictionary<string, ReadService> _byName = services.ToDictionary(service => service.Name, StringComparer.Ordinal);

    public AzureNames? AzureNames => names;

    public IReadOnlyCollection<string> Names { get; } =
    [
        .. services.Select(service => service.Name).Concat(hasMigration ? [MigrationReader.Name] : []).Order(StringComparer.Ordinal),
    ];

    public bool IsContainerApp(string name) => _byName.GetValueOrDefault(name)?.Settings is ContainerAppSettings;

    public bool IsSite(string name) => _byName.GetValueOrDefault(name)?.Settings is AppServiceSettings;

    /// <summary>Null for a part that the environment does not have.</summary>
    public ReleaseForm? Form(string name)
    {
        if (hasMigration && name == MigrationReader.Name)
            return ReleaseForm.Rolling;
        if (!_byName.TryGetValue(name, out var service))
            return null;
        return service.Settings switch
        {
            ContainerAppSettings => service.Section.Has(IngressReader.Key) ? ReleaseForm.BlueGreen : ReleaseForm.Rolling,
            AppServiceSettings when plan is not null => plan.Slots ? ReleaseForm.BlueGreen : ReleaseForm.Rolling,
            _ => ReleaseForm.Unknown,
        };
    }
}
