using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>What Azure measures of the stack's database, which is not run.</summary>
internal sealed class DatabaseLoad(EnvironmentSettings settings, MetricLevels levels)
{
    private readonly string _server = new AzureGroup(AzureScope.SubscriptionId, settings.Names().ResourceGroup.Value)
        .DatabaseServer(settings.Names().DatabaseServer.Value).Path;

    public void Calm() => Set(cpuPercent: 20, connections: 40);

    public void Strain() => Set(cpuPercent: 95, connections: 400);

    private void Set(double cpuPercent, double connections)
    {
        levels.Set(_server, "cpu_percent", cpuPercent);
        levels.Set(_server, "active_connections", connections);
    }
}
