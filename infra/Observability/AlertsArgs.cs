using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Observability;

public sealed record AlertsArgs(
    Placement Placement,
    AlertSettings Settings,
    NotificationSettings Notifications,
    Output<string> WorkspaceId,
    Output<string> DatabaseServerId);
