using ReleaseInfra.Cli.Azure.ContainerApps;

namespace ReleaseInfra.Cli.Gates.Http;

/// <summary>A revision at a host of its own, where the weights do not matter.</summary>
/// <param name="Root">As in <c>https://web--v2.happy.westeurope.azurecontainerapps.io/</c>.</param>
internal sealed record ProbeTarget(string Revision, Uri Root)
{
    /// <returns>Null without ingress: nobody outside can ask it anything.</returns>
    public static ProbeTarget? Of(RevisionState revision, string scheme = "https") =>
        revision.Host is { } host ? new ProbeTarget(revision.Name, new Uri($"{scheme}://{host}/")) : null;

    /// <summary>By a label, as people try a version out.</summary>
    /// <inheritdoc cref="Of"/>
    public static ProbeTarget? Of(ContainerAppState app, string label, string revision, string scheme = "https") =>
        app.Host is { } host && host.StartsWith($"{app.Name}.", StringComparison.OrdinalIgnoreCase)
            ? new ProbeTarget(revision, new Uri($"{scheme}://{app.Name}---{label}{host[app.Name.Length..]}/"))
            : null;

    /// <param name="path">From the root, with its query.</param>
    public Uri At(string path) => new(Root, path);
}
