using System.Text.Json;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Registry;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>What registries and vaults hold, on disk.</summary>
internal static class DataPlaneJson
{
    public static void Write(Utf8JsonWriter writer, AzureState state)
    {
        writer.WriteStartArray("images");
        foreach (var image in state.Images)
            writer.WriteStringValue(image);
        writer.WriteEndArray();
        writer.WriteStartArray("secretVersions");
        foreach (var version in state.SecretVersions.Values)
            WriteVersion(writer, version);
        writer.WriteEndArray();
    }

    /// <summary>In a file from before there were any, what is referred to is there.</summary>
    public static AzureState Read(JsonElement root, AzureState state)
    {
        if (!root.TryGetProperty("images", out var images))
            return Assumed(state);

        var versions = state.SecretVersions.ToBuilder();
        foreach (var version in root.GetProperty("secretVersions").EnumerateArray().Select(ReadVersion))
            versions.Add(version.Key, version);
        return state with
        {
            Images = state.Images.Union(images.EnumerateArray().Select(image => image.GetString()!)),
            SecretVersions = versions.ToImmutable(),
        };
    }

    private static AzureState Assumed(AzureState state)
    {
        var kept = state.Apps.Values.SelectMany(app => app.Revisions).SelectMany(revision => UsedImages.OfTemplate(revision.Template));
        state = state with { Images = state.Images.Union(kept.Select(image => image.ToString())) };
        foreach (var resource in state.All.ToArray())
            state = Referred.Note(state, null, resource, resource.Created);
        return state;
    }

    private static void WriteVersion(Utf8JsonWriter writer, SecretVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("vault", version.Vault);
        writer.WriteString("name", version.Name);
        writer.WriteString("version", version.Version);
        writer.WriteBoolean("enabled", version.Enabled);
        WriteTime(writer, "notBefore", version.NotBefore);
        WriteTime(writer, "expires", version.Expires);
        writer.WriteString("created", version.Created);
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string key, DateTimeOffset? time)
    {
        if (time is { } known)
            writer.WriteString(key, known);
    }

    private static SecretVersion ReadVersion(JsonElement element) => new(
        element.GetProperty("vault").GetString()!,
        element.GetProperty("name").GetString()!,
        element.GetProperty("version").GetString()!,
        element.GetProperty("enabled").GetBoolean(),
        ReadTime(element, "notBefore"),
        ReadTime(element, "expires"),
        element.GetProperty("created").GetDateTimeOffset());

    private static DateTimeOffset? ReadTime(JsonElement element, string key) =>
        element.TryGetProperty(key, out var time) ? time.GetDateTimeOffset() : null;
}
