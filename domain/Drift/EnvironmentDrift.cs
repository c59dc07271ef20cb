namespace ReleaseInfra.Domain.Drift;

/// <summary>Where Azure is not what the configuration says.</summary>
public static class EnvironmentDrift
{
    private const string Image = "template.containers[].image";

    public static DriftReport Between(ExpectedEnvironment expected, LiveEnvironment live)
    {
        var drift = new DriftList(new Remedies(expected.Stack, expected.ResourceGroup));
        foreach (var service in expected.Services)
            Find(service, live, drift);
        foreach (var resource in live.Resources.Where(found => !expected.Services.Any(service => Is(found, service))))
            drift.Undeclared(service: null, $"{resource.Type[(resource.Type.IndexOf('/', StringComparison.Ordinal) + 1)..]}/{resource.Name}");
        return drift.Report();
    }

    private static void Find(ExpectedService expected, LiveEnvironment live, DriftList drift)
    {
        drift.Look();
        switch (expected)
        {
            case ExpectedBlueGreenApp app when live.Apps.FirstOrDefault(found => Same(found.Name, app.Name)) is { } found:
                AppDrift.Find(app, found, drift);
                break;
            case ExpectedWorker worker when live.Apps.FirstOrDefault(found => Same(found.Name, worker.Name)) is { } found:
                AppDrift.Find(worker, found, drift);
                break;
            case ExpectedJob job when live.Jobs.FirstOrDefault(found => Same(found.Name, job.Name)) is { } found:
                drift.Compare(
                    job.Service, job.Resource, Image, job.Image, found.Images, drift.Remedies.JobImage(job.Name, job.Image.ToString()));
                break;
            case ExpectedSite site when live.Sites.FirstOrDefault(found => Same(found.Name, site.Name)) is { } found:
                SiteDrift.Find(site, found, drift);
                break;
            default:
                drift.Missing(expected.Service, expected.Resource);
                break;
        }
    }

    private static bool Is(LiveResource found, ExpectedService service) => Same(found.Type, service.Type) && Same(found.Name, service.Name);

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
