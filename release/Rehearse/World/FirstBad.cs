using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>When a new version first answered badly, on the way to the ledger.</summary>
/// <param name="versions">The new ones, by Azure's names.</param>
internal sealed class FirstBad(IReadOnlySet<string> versions) : IRequestObserver
{
    private const int FirstFailure = 500;

    private long _at;

    public IRequestObserver? Next { get; set; }

    /// <summary>Null while all is well.</summary>
    public DateTimeOffset? At => Interlocked.Read(ref _at) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Saw(SeenRequest request)
    {
        if (request.Status >= FirstFailure && versions.Contains(request.Version))
            Interlocked.CompareExchange(ref _at, request.At.UtcTicks, 0);
        Next?.Saw(request);
    }
}
