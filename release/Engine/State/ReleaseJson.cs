using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine.State;

/// <summary>The applied release, in the words of the configuration that it came from.</summary>
internal static class ReleaseJson
{
    public static void Write(Utf8JsonWriter writer, ReleaseSettings release)
    {
        writer.WriteStartObject();
        foreach (var (service, settings) in release.Services)
        {
            writer.WriteStartObject(service);
            switch (settings)
            {
                case RollingRelease rolling:
                    writer.WriteString("tag", rolling.Tag.Text);
                    break;
                case BlueGreenRelease blueGreen:
                    writer.WriteString("newest", blueGreen.Newest.Name());
                    WriteSlot(writer, Slot.Blue, blueGreen.Blue);
                    WriteSlot(writer, Slot.Green, blueGreen.Green);
                    break;
                default:
                    throw new InvalidOperationException($"{settings.GetType().Name} has no JSON.");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">It is no release.</exception>
    public static ReleaseSettings Read(JsonElement element) => new(element.EnumerateObject().ToImmutableSortedDictionary(
        service => service.Name,
        service => ReadService(service.Value),
        StringComparer.Ordinal));

    private static void WriteSlot(Utf8JsonWriter writer, Slot slot, SlotRelease release)
    {
        writer.WriteStartObject(slot.Name());
        writer.WriteString("tag", release.Tag?.Text);
        writer.WriteNumber("revision", release.Revision);
        writer.WriteNumber("weight", release.Weight);
        writer.WriteEndObject();
    }

    private static ServiceRelease ReadService(JsonElement service) =>
        service.TryGetProperty("tag", out var tag)
            ? new RollingRelease(ImageTag.Parse(Text(tag)))
            : new BlueGreenRelease(
                ReadSlotName(Text(service.GetProperty("newest"))),
                ReadSlot(service.GetProperty("blue")),
                ReadSlot(service.GetProperty("green")));

    private static SlotRelease ReadSlot(JsonElement slot) => new(
        slot.GetProperty("tag").GetString() is { } tag ? ImageTag.Parse(tag) : null,
        slot.GetProperty("revision").GetInt32(),
        slot.GetProperty("weight").GetInt32());

    private static Slot ReadSlotName(string name) =>
        Slots.Find(name) ?? throw new JsonException($"'{name}' is no slot; the slots are blue and green.");

    private static string Text(JsonElement element) => element.GetString() ?? throw new JsonException("A text is missing.");
}
