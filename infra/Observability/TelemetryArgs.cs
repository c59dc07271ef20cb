using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Observability;

public sealed record TelemetryArgs(Placement Placement, LogSettings Settings);
