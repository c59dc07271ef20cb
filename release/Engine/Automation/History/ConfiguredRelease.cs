using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine.Automation.History;

/// <summary>
/// A release from the configuration that a backend kept with an update. It was judged when it was applied, so that only its form
/// counts here.
/// </summary>
internal static class ConfiguredRelease
{
    /// <returns>Null for what is no release.</returns>
    public static ReleaseSettings? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new ReleaseSettings(document.RootElement.EnumerateObject().ToImmutableSortedDictionary(
                service => service.Name,
                service => Service(service.Value),
                StringComparer.Ordinal));
        }
        catch (Exception other) when (other is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ServiceRelease Service(JsonElement service) => service.TryGetProperty("newest", out var newest)
        ? new BlueGreenRelease(
            Slots.Find(newest.GetString()!) ?? throw new FormatException($"'{newest}' is no slot."),
            Slot(service, Domain.Releases.Slot.Blue),
            Slot(service, Domain.Releases.Slot.Green))
        : new RollingRelease(ImageTag.Parse(service.GetProperty("tag").GetString()!));

    // What is left out has the value that the configuration's own reader gives it.
    private static SlotRelease Slot(JsonElement service, Slot slot)
    {
        if (!service.TryGetProperty(slot.Name(), out var written))
            return new SlotRelease(null, 1, 0);
        return new SlotRelease(
            written.TryGetProperty("tag", out var tag) && tag.GetString() is { } text ? ImageTag.Parse(text) : null,
            written.TryGetProperty("revision", out var revision) ? revision.GetInt32() : 1,
            written.TryGetProperty("weight", out var weight) ? weight.GetInt32() : 0);
    }
}
