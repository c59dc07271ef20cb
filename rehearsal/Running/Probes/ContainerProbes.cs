using System.Globalization;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Running.Probes;

/// <summary>The probes that a container states, with Azure's defaults where it leaves something out.</summary>
internal static class ContainerProbes
{
    public static bool AreStated(object? container) => PlainValues.Select(container, "probes[]").Any();

    /// <summary>A stated probe replaces the default of its kind.</summary>
    public static VersionProbes Of(object? container)
    {
        var stated = PlainValues.Select(container, "probes[]").ToArray();
        var usual = VersionProbes.OfPort;
        return new VersionProbes(
            Find(stated, "Startup") ?? usual.Startup,
            Find(stated, "Readiness") ?? usual.Readiness,
            Find(stated, "Liveness") ?? usual.Liveness);
    }

    private static ProbeTerms? Find(IEnumerable<object> stated, string type) =>
        stated.FirstOrDefault(probe => PlainValues.Select(probe, "type").FirstOrDefault() is string named && named == type) is { } found
            ? Read(found)
            : null;

    private static ProbeTerms Read(object probe) => new(
        PlainValues.Select(probe, "httpGet.path").FirstOrDefault() as string,
        Seconds(probe, "initialDelaySeconds", otherwise: 0),
        Seconds(probe, "periodSeconds", otherwise: 10),
        Seconds(probe, "timeoutSeconds", otherwise: 1),
        Whole(probe, "failureThreshold", otherwise: 3));

    private static TimeSpan Seconds(object probe, string path, int otherwise) => TimeSpan.FromSeconds(Whole(probe, path, otherwise));

    private static int Whole(object probe, string path, int otherwise) =>
        PlainValues.Select(probe, path).FirstOrDefault() is { } number ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : otherwise;
}
