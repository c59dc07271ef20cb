using Pulumi;

namespace ReleaseInfra.Infra.AppService;

/// <summary>The plan, for the sites on it.</summary>
/// <param name="SubnetId">What sites send from into the private network; null where there is none.</param>
public sealed record SiteHost(ServicePlatform Platform, Output<string> PlanId, Output<string>? SubnetId);
