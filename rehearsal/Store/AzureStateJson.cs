using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>
/// The state's form on disk. What Azure computes is not in it: it follows from the inputs, and some of it is secret.
/// </summary>
internal sealed class AzureStateJson(AzureScope scope)
{
    private readonly ComputedValues _values = new(scope);

    /// <summary>Into an object that the caller has opened.</summary>
    public static void Write(Utf8JsonWriter writer, AzureState state)
    {
        writer.WriteNumber("operationCount", state.OperationCount);
        WriteResources(writer, "resources", state.All);
        writer.WriteStartArray("deletedVaults");
        foreach (var vault in state.DeletedVaults.Values)
        {
            writer.WriteStartObject();
            WriteResources(writer, "vault", [vault.Vault]);
            WriteResources(writer, "contents", vault.Contents);
            writer.WriteString("deleted", vault.Deleted);
            writer.WriteString("purges", vault.Purges);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        RunningStateJson.Write(writer, state);
        DataPlaneJson.Write(writer, state);
        OperationJson.Write(writer, state);
    }

    /// <exception cref="JsonException">It is no state.</exception>
    public AzureState Read(JsonElement root)
    {
        var state = AzureState.Of(ReadResources(root.GetProperty("resources"))) with
        {
            OperationCount = root.GetProperty("operationCount").GetInt32(),
        };
        foreach (var vault in root.GetProperty("deletedVaults").EnumerateArray().Select(ReadVault))
            state = state with { DeletedVaults = state.DeletedVaults.Add(vault.Name, vault) };

        return OperationJson.Read(root, DataPlaneJson.Read(root, RunningStateJson.Read(root, state)));
    }

    public static void WriteDeclared(Utf8JsonWriter writer, DeclaredResource declared)
    {
        writer.WriteString("type", declared.Type);
        writer.WriteString("name", declared.Name);
        writer.WritePropertyName("inputs");
        ValueJson.Write(writer, PlainValues.Map(declared.Inputs));
    }

    public static DeclaredResource ReadDeclared(JsonElement element) => new(
        element.GetProperty("type").GetString()!,
        element.GetProperty("name").GetString()!,
        ValueJson.ReadMap(element.GetProperty("inputs")));

    private static void WriteResources(Utf8JsonWriter writer, string key, IEnumerable<AzureResource> resources)
    {
        writer.WriteStartArray(key);
        foreach (var resource in resources)
        {
            writer.WriteStartObject();
            WriteDeclared(writer, resource.Declared);
            writer.WriteString("created", resource.Created);
            writer.WriteString("changed", resource.Changed);
            writer.WriteEndObject();
            writer.FlushPiece();
        }

        writer.WriteEndArray();
    }

    private IEnumerable<AzureResource> ReadResources(JsonElement array) => array.EnumerateArray().Select(element =>
    {
        var declared = ReadDeclared(element);
        var computed = _values.Of(declared);
        return new AzureResource(
            computed.Id,
            computed.Name,
            declared,
            computed.Outputs,
            element.GetProperty("created").GetDateTimeOffset(),
            element.GetProperty("changed").GetDateTimeOffset());
    });

    private DeletedVault ReadVault(JsonElement element) => new(
        ReadResources(element.GetProperty("vault")).Single(),
        [.. ReadResources(element.GetProperty("contents"))],
        element.GetProperty("deleted").GetDateTimeOffset(),
        element.GetProperty("purges").GetDateTimeOffset());
}
