namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>A service as far as it could be read.</summary>
/// <param name="Settings">Null where the host is unknown; with values that no rule may look at where the section is not sound.</param>
internal sealed record ReadService(string Name, ServiceSettings? Settings, Section Section);
