using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Rules;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.AppService;

/// <summary>What can be done with App Service sites beside creating and changing them as resources.</summary>
public sealed class WebSites
{
    /// <summary>Azure's name for the site itself among its slots.</summary>
    public const string Production = "production";

    private readonly AzureStore _store;

    internal WebSites(AzureStore store) => _store = store;

    /// <summary>Exchanges what the two run; swapping again undoes it.</summary>
    /// <param name="source">A slot's name, or <see cref="Production"/>.</param>
    /// <param name="target">The same.</param>
    /// <exception cref="AzureException">Site or slot does not exist, both are the same, or one is being changed.</exception>
    public Task<Operation> SwapAsync(string siteId, string source, string target, CancellationToken cancellation) => _store.InTurnAsync(
        turn =>
        {
            var site = turn.Get(siteId, SlotRules.SiteType);
            if (source.Equals(target, StringComparison.OrdinalIgnoreCase))
                throw AzureException.Conflict("Conflict", siteId, $"{site.Title}: the slot '{source}' cannot be swapped with itself.");

            var from = turn.Get(IdOf(siteId, source));
            var to = turn.Get(IdOf(siteId, target));
            OneChangeAtATime.Check(turn.State, from);
            OneChangeAtATime.Check(turn.State, to);
            return turn.Begin(to.Id, turn.Options.Durations.Swap, new SwapSlots(from.Id, to.Id));
        },
        cancellation);

    private static string IdOf(string siteId, string slot) =>
        slot.Equals(Production, StringComparison.OrdinalIgnoreCase) ? siteId : $"{siteId}/slots/{slot}";
}
