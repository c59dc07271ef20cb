namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>An entry of an app's traffic, as stated.</summary>
/// <param name="Label">The label that it gives to its target; null for none.</param>
internal sealed record TrafficEntry(TrafficTarget Target, int Weight, string? Label);

internal abstract record TrafficTarget
{
    private protected TrafficTarget()
    {
    }
}

internal sealed record NamedRevision(string Name) : TrafficTarget;

/// <summary>The newest revision that is ready: a new one is not switched to before.</summary>
internal sealed record LatestRevision : TrafficTarget;

/// <summary>Whatever revision holds the label so far.</summary>
internal sealed record LabelledRevision(string Label) : TrafficTarget;

/// <summary>What one revision gets of the requests to the app's own host name.</summary>
/// <param name="Weight">0..100; an app's shares sum to 100, unless it has no revision at all.</param>
public sealed record TrafficShare(string Revision, int Weight, string? Label);
