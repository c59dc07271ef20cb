namespace ReleaseInfra.Cli.Azure.ContainerApps;

/// <summary>One row of an app's traffic.</summary>
/// <param name="Weight">0..100.</param>
/// <param name="Label">Null for none.</param>
internal sealed record TrafficEntry(TrafficTarget Target, int Weight, string? Label);

internal abstract record TrafficTarget
{
    private protected TrafficTarget()
    {
    }
}

internal sealed record NamedRevision(string Name) : TrafficTarget;

/// <summary>The newest revision that is ready, whichever that becomes.</summary>
internal sealed record LatestRevision : TrafficTarget;

/// <summary>Whatever revision has the row's label.</summary>
internal sealed record LabelledRevision : TrafficTarget;
