using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Infra.AppService;

/// <param name="ImageName">Logical name of the image, if it is built here.</param>
/// <param name="Telemetry">What this version's telemetry is told from every other's by.</param>
internal sealed record SiteVersion(ImageTag Tag, string ImageName, string Telemetry);
