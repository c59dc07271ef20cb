using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>A site of App Service, which is blue, and its slot, which is green.</summary>
/// <param name="slots">With the new version in its slot.</param>
/// <param name="prove">Whether the old version could take all traffic.</param>
internal sealed class SiteSlots(
    ISites sites, AzureId site, AzureName name, BlueGreenRelease slots, Slot slot, Func<CancellationToken, Task<ProofDecision>> prove) : ISideBySide
{
    public ITraffic Traffic { get; } = new SiteTraffic(sites, name);

    public AzureId Id => site;

    public string New { get; } = AppRevisions.NameOf(name, slots, slot);

    public string Old { get; } = AppRevisions.NameOf(name, slots, slot.Other());

    public string OldTarget => slot.Other().Name();

    public StatedTraffic At(int weight)
    {
        var green = slots.Weighed(slot, weight).Green.Weight;
        return StatedTraffic.Of([.. SiteTraffic.Rows(green)]);
    }

    public async Task<ProbeTarget?> TargetAsync(string scheme, CancellationToken cancellation) =>
        await FindAsync(cancellation) is { Host: { } host } ? new ProbeTarget(New, new Uri($"{scheme}://{host}/")) : null;

    public async Task<Readiness> LookAsync(CancellationToken cancellation) => await FindAsync(cancellation) switch
    {
        null => new NotReadyYet($"{name} has no slot {slot.Name()} yet."),
        { State: "Running" } => new IsReady(),
        var found => new NotReadyYet($"{name}, {slot.Name()}, is {found.State ?? "without a state"}."),
    };

    public Task<ProofDecision> ProveAsync(CancellationToken cancellation) => prove(cancellation);

    private async Task<SiteState?> FindAsync(CancellationToken cancellation) => slot == Slot.Blue
        ? await sites.FindAsync(site, cancellation)
        : (await sites.SlotsAsync(site, cancellation)).FirstOrDefault(one => one.Name.Equals(slot.Name(), StringComparison.OrdinalIgnoreCase));
}
