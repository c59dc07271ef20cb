using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

/// <summary>What Microsoft.App calls things.</summary>
internal static class AppWire
{
    public static ContainerAppState App(WireJson app) => new(
        app.Text("name"),
        // Azure's default, which it may leave out.
        app.TextOrNull("properties", "configuration", "activeRevisionsMode") ?? "Single",
        app.TextOrNull("properties", "provisioningState"),
        app.TextOrNull("properties", "runningStatus"),
        app.TextOrNull("properties", "latestRevisionName"),
        app.TextOrNull("properties", "latestReadyRevisionName"),
        app.TextOrNull("properties", "configuration", "ingress", "fqdn"),
        Containers(app),
        Traffic(app));

    public static RevisionState Revision(WireJson revision) => new(
        revision.Text("name"),
        revision.Flag("properties", "active"),
        revision.WholeOrNull("properties", "trafficWeight") ?? 0,
        revision.WholeOrNull("properties", "replicas") ?? 0,
        revision.TimeOrNull("properties", "createdTime"),
        revision.TextOrNull("properties", "healthState"),
        revision.TextOrNull("properties", "provisioningState"),
        revision.TextOrNull("properties", "runningState"),
        revision.TextOrNull("properties", "fqdn") is { Length: > 0 } host ? host : null,
        revision.TextOrNull("properties", "provisioningError") is { Length: > 0 } error ? error : null,
        Containers(revision));

    public static ReplicaState Replica(WireJson replica)
    {
        var containers = replica.ListOrNone("properties", "containers").ToArray();
        return new ReplicaState(
            replica.Text("name"),
            replica.TextOrNull("properties", "runningState"),
            containers is not [] && Array.TrueForAll(containers, container => container.Find("ready") is { Element.ValueKind: JsonValueKind.True }),
            containers.Sum(container => container.WholeOrNull("restartCount") ?? 0));
    }

    public static ImmutableArray<TrafficEntry> Traffic(WireJson app) =>
        [.. app.ListOrNone("properties", "configuration", "ingress", "traffic").Select(Entry)];

    public static ImmutableArray<ContainerState> Containers(WireJson holder) =>
        [.. holder.ListOrNone("properties", "template", "containers").Select(Container)];

    public static void WriteTraffic(Utf8JsonWriter body, ImmutableArray<TrafficEntry> entries)
    {
        body.WriteStartObject();
        body.WriteStartObject("properties");
        body.WriteStartObject("configuration");
        body.WriteStartObject("ingress");
        body.WriteStartArray("traffic");
        foreach (var entry in entries)
            Write(body, entry);
        body.WriteEndArray();
        body.WriteEndObject();
        body.WriteEndObject();
        body.WriteEndObject();
        body.WriteEndObject();
    }

    private static TrafficEntry Entry(WireJson row)
    {
        var label = row.TextOrNull("label");
        return new TrafficEntry(Target(row, label), row.WholeOrNull("weight") ?? 0, label);
    }

    private static TrafficTarget Target(WireJson row, string? label)
    {
        if (row.TextOrNull("revisionName") is { Length: > 0 } revision)
            return new NamedRevision(revision);
        if (row.Find("latestRevision") is { Element.ValueKind: JsonValueKind.True })
            return new LatestRevision();
        return label is not null
            ? new LabelledRevision()
            : throw new AzureUnexpectedAnswer(row.Call, "a row of its traffic names no revision.");
    }

    private static ContainerState Container(WireJson container) => new(
        container.Text("name"),
        container.Text("image"),
        container.ListOrNone("env")
            .Where(variable => variable.TextOrNull("value") is not null)
            .ToImmutableSortedDictionary(variable => variable.Text("name"), variable => variable.Text("value"), StringComparer.Ordinal));

    private static void Write(Utf8JsonWriter body, TrafficEntry entry)
    {
        body.WriteStartObject();
        if (entry.Target is NamedRevision named)
            body.WriteString("revisionName", named.Name);
        if (entry.Target is not LabelledRevision)
            body.WriteBoolean("latestRevision", entry.Target is LatestRevision);
        body.WriteNumber("weight", entry.Weight);
        if (entry.Label is not null)
            body.WriteString("label", entry.Label);
        body.WriteEndObject();
    }
}
