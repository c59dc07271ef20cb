using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>One look at an app's traffic.</summary>
internal abstract record TrafficReading
{
    private protected TrafficReading()
    {
    }

    public static async Task<TrafficReading> OfAsync(ITraffic traffic, AzureId app, CancellationToken cancellation)
    {
        try
        {
            return new TrafficRead(TrafficTable.Of(await traffic.GetAsync(app, cancellation)));
        }
        catch (AzureFailure failure)
        {
            return new TrafficNotRead(failure.Message);
        }
    }
}

internal sealed record TrafficRead(TrafficTable Live) : TrafficReading;

internal sealed record TrafficNotRead(string Why) : TrafficReading;
