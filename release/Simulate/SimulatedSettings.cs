using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Simulate;

/// <summary>An environment's settings without what only people, the calendar and other programs could answer.</summary>
internal static class SimulatedSettings
{
    /// <summary>Without freezes and approvals, webhook gates and queues, notifications, and what smoke tests expect beside a status.</summary>
    public static EnvironmentSettings Of(EnvironmentSettings settings, SimulatedPolicy policy)
    {
        var rollout = policy.Of(settings.Rollout);
        return settings with
        {
            Freezes = settings.Freezes with { Weekly = [], Periods = [], AfterIncident = TimeSpan.Zero, IncidentEnded = null },
            Approvals = settings.Approvals with { Required = 0 },
            Notifications = settings.Notifications with { Channels = settings.Notifications.Channels.Clear() },
            Services = settings.Services.ToImmutableSortedDictionary(
                service => service.Key, service => Askable(service.Value), StringComparer.Ordinal),
            Rollout = rollout with
            {
                Steps = [.. rollout.Steps.Select(step => step with { NeedsApproval = false })],
                Gates = rollout.Gates with { Webhook = null, Queues = rollout.Gates.Queues.Clear() },
            },
        };
    }

    private static ServiceSettings Askable(ServiceSettings service) => service with
    {
        SmokeTests = [.. service.SmokeTests.Select(test => test with { Headers = test.Headers.Clear(), BodyHolds = "" })],
    };
}
