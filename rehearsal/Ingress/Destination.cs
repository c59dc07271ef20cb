namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Where a request goes; made when a table is applied, so that a request makes none.</summary>
internal abstract record Destination
{
    private Destination()
    {
    }

    public static Destination Nowhere { get; } = new Unrouted();

    public sealed record Unrouted : Destination;

    /// <summary>The host has a route, in which nobody has a weight.</summary>
    public sealed record Unserved(string App) : Destination;

    /// <param name="Origin">As in <c>http://127.0.0.1:40123</c>.</param>
    public sealed record OfVersion(string App, Backend Backend, string Origin, VersionTraffic Traffic) : Destination;
}
