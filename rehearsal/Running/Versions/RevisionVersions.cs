using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Running.Probes;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Running.Versions;

/// <summary>The active revisions of container apps. Of a template's containers the first is the app; sidecars are not run.</summary>
internal static class RevisionVersions
{
    public static IEnumerable<WantedVersion> AllIn(AzureState state) =>
        from app in state.OfType(AppInputs.Type)
        from revision in state.Apps[app.Id].Revisions
        where revision.Active
        select Of(app, revision);

    private static WantedVersion Of(AzureResource app, Revision revision)
    {
        var container = PlainValues.Select(revision.Template, "containers[]").FirstOrDefault();
        int? port = new AppInputs(app).HasIngress ? app.Declared.Whole("configuration.ingress.targetPort", otherwise: 80) : null;
        var probes = port is null && !ContainerProbes.AreStated(container) ? VersionProbes.None : ContainerProbes.Of(container);
        var variables = Variables(container);
        return new WantedVersion(
            new Place.OfRevision(app.Id, revision.Name),
            new RunnableVersion(
                app.AzureName, revision.Name, Text(container, "image") ?? "", port, probes.HealthPath, variables.Plain, variables.Secret),
            probes,
            Platform(app, revision, port));
    }

    private static NamedVariables Variables(object? container) => NamedVariables.Of(
        PlainValues.Select(container, "env[]"),
        variable => Text(variable, "secretRef") is not null);

    private static ImmutableSortedDictionary<string, string> Platform(AzureResource app, Revision revision, int? port)
    {
        var platform = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        platform["CONTAINER_APP_NAME"] = app.AzureName;
        platform["CONTAINER_APP_REVISION"] = revision.Name;
        platform["CONTAINER_APP_REPLICA_NAME"] = RevisionView.ReplicaName(app.Id, revision.Name, number: 1);
        if (port is { } listened)
        {
            platform["CONTAINER_APP_PORT"] = listened.ToString(CultureInfo.InvariantCulture);
            platform["CONTAINER_APP_HOSTNAME"] = new AppHosts(app).Revision(revision.Name);
        }

        return platform.ToImmutable();
    }

    private static string? Text(object? value, string path) => PlainValues.Select(value, path).FirstOrDefault() as string;
}
