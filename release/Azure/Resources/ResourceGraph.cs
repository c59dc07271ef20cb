using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Azure.Calls;

namespace ReleaseInfra.Cli.Azure.Resources;

internal sealed class ResourceGraph(AzureCalls calls) : IResourceGraph
{
    private const string Path = "/providers/Microsoft.ResourceGraph/resources";

    public async Task<ImmutableArray<FoundResource>> ListAsync(
        AzureGroup group, ImmutableArray<string> types, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<FoundResource>();
        string? rest = null;
        do
        {
            var answer = await calls.SendAsync(Query(group, types, rest), cancellation);
            var page = answer.Json();
            found.AddRange(page.List("data").Select(row => new FoundResource(row.Text("id"), row.Text("name"), row.Text("type"))));
            rest = page.TextOrNull("$skipToken");
        }
        while (rest is not null);

        return found.ToImmutable();
    }

    private static AzureRequest Query(AzureGroup group, ImmutableArray<string> types, string? rest)
    {
        var query = $"Resources | where resourceGroup =~ '{group.Name}' | where type in~ ({string.Join(", ", types.Select(type => $"'{type}'"))}) | project id, name, type";
        return (AzureRequest.Post(Path, ApiVersions.ResourceGraph) with { IsRead = true }).WithBody(body =>
        {
            body.WriteStartObject();
            body.WriteStartArray("subscriptions");
            body.WriteStringValue(group.Subscription);
            body.WriteEndArray();
            body.WriteString("query", query);
            WriteOptions(body, rest);
            body.WriteEndObject();
        });
    }

    private static void WriteOptions(Utf8JsonWriter body, string? rest)
    {
        body.WriteStartObject("options");
        body.WriteString("resultFormat", "objectArray");
        if (rest is not null)
            body.WriteString("$skipToken", rest);
        body.WriteEndObject();
    }
}
