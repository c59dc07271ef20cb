using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>A service with two versions side by side: its traffic has one writer, and that is the release.</summary>
internal sealed class WeighedWorkload : IWorkload
{
    private readonly ISideBySide _host;

    /// <param name="weight">Percent that the new version is known to have.</param>
    /// <param name="open">Writes that a run before began, and that may yet take effect: the new version's percent.</param>
    public WeighedWorkload(string service, ISideBySide host, int weight, ImmutableArray<int> open, TimeProvider time)
    {
        (Service, _host) = (service, host);
        Fence = new TrafficFence(host.At(weight).Table);
        foreach (var wanted in open)
            Fence.Await(host.At(wanted).Table);
        Writer = new TrafficWriter(host.Traffic, host.Id, Fence, time);
        Watch = new TrafficWatch(host.Traffic, host.Id, Fence);
    }

    public string Service { get; }

    /// <summary>As metrics and logs name it.</summary>
    public string New => _host.New;

    /// <inheritdoc cref="New"/>
    public string Old => _host.Old;

    /// <summary>Null where versions are no revisions.</summary>
    public AzureId? App => _host is AppRevisions ? _host.Id : null;

    public TrafficFence Fence { get; }

    public TrafficWriter Writer { get; }

    public TrafficWatch Watch { get; }

    /// <param name="weight">Percent for the new version.</param>
    public StatedTraffic At(int weight) => _host.At(weight);

    /// <summary>What stands now, whoever wrote it.</summary>
    public Task<TrafficReading> ReadAsync(CancellationToken cancellation) => TrafficReading.OfAsync(_host.Traffic, _host.Id, cancellation);

    /// <summary>Percent that the old version has in what stands.</summary>
    public int OldWeightIn(TrafficTable live) => live.WeightOf(_host.OldTarget);

    public bool Has(string version) =>
        New.Equals(version, StringComparison.OrdinalIgnoreCase) || Old.Equals(version, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the new version answers whatever its weight.</summary>
    /// <returns>Null where it has no such address yet.</returns>
    public Task<ProbeTarget?> TargetAsync(string scheme, CancellationToken cancellation) => _host.TargetAsync(scheme, cancellation);

    public Task<Readiness> LookAsync(CancellationToken cancellation) => _host.LookAsync(cancellation);

    public Task<ProofDecision> ProveAsync(CancellationToken cancellation) => _host.ProveAsync(cancellation);
}

/// <summary>A host on which two versions stand side by side.</summary>
internal interface ISideBySide
{
    ITraffic Traffic { get; }

    AzureId Id { get; }

    /// <summary>As metrics and logs name the new version.</summary>
    string New { get; }

    /// <summary>As metrics and logs name the old version.</summary>
    string Old { get; }

    /// <summary>As traffic names the old version.</summary>
    string OldTarget { get; }

    /// <param name="weight">Percent for the new version.</param>
    StatedTraffic At(int weight);

    Task<ProbeTarget?> TargetAsync(string scheme, CancellationToken cancellation);

    Task<Readiness> LookAsync(CancellationToken cancellation);

    Task<ProofDecision> ProveAsync(CancellationToken cancellation);
}
