using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.AppService;

/// <summary>Exchanges what two slots run. What belongs to the place stays: names, identity, network, scale, ramp-up rules.</summary>
internal static class SlotSwap
{
    private static readonly string[] Travelling =
    [
        "linuxFxVersion", "windowsFxVersion", "appCommandLine", "netFrameworkVersion", "use32BitWorkerProcess",
        "webSocketsEnabled", "healthCheckPath", "azureStorageAccounts",
    ];

    public static OperationState Complete(Turn turn, SwapSlots swap)
    {
        var (source, target) = (turn.Get(swap.SourceId), turn.Get(swap.TargetId));
        var sticky = turn.State.Find($"{SiteOf(target)}/config/slotConfigNames");
        var (fromSource, fromTarget) = (Config(source), Config(target));
        turn.State = turn.State
            .With(With(turn, source, Received(fromSource, fromTarget, sticky)))
            .With(With(turn, target, Received(fromTarget, fromSource, sticky)));
        return new OperationSucceeded();
    }

    private static ImmutableSortedDictionary<string, object> Received(
        ImmutableSortedDictionary<string, object> own, ImmutableSortedDictionary<string, object> other, AzureResource? sticky)
    {
        var received = own;
        foreach (var key in Travelling)
            received = PlainValues.With(received, [key], other.GetValueOrDefault(key));

        received = WithNamed(received, own, other, "appSettings", Names(sticky, "appSettingNames"));
        return WithNamed(received, own, other, "connectionStrings", Names(sticky, "connectionStringNames"));
    }

    /// <summary>Those named sticky stay where they are; the others come from the other side.</summary>
    private static ImmutableSortedDictionary<string, object> WithNamed(
        ImmutableSortedDictionary<string, object> received,
        ImmutableSortedDictionary<string, object> own,
        ImmutableSortedDictionary<string, object> other,
        string key,
        ImmutableHashSet<string> sticky)
    {
        bool IsSticky(object setting) => PlainValues.Select(setting, "name").FirstOrDefault() is string name && sticky.Contains(name);
        object[] settings =
        [
            .. PlainValues.Items(other.GetValueOrDefault(key)).Where(setting => !IsSticky(setting)),
            .. PlainValues.Items(own.GetValueOrDefault(key)).Where(IsSticky),
        ];
        return PlainValues.With(received, [key], settings.Length == 0 ? null : settings);
    }

    private static ImmutableHashSet<string> Names(AzureResource? sticky, string key) =>
        sticky is null ? [] : sticky.Select(key + "[]").OfType<string>().ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private static ImmutableSortedDictionary<string, object> Config(AzureResource site) =>
        site.Inputs.GetValueOrDefault("siteConfig") as ImmutableSortedDictionary<string, object> ?? PlainValues.Empty;

    private static AzureResource With(Turn turn, AzureResource site, ImmutableSortedDictionary<string, object> config) =>
        site.Redeclared(site.Declared with { Inputs = site.Inputs.SetItem("siteConfig", config) }, turn.Options.Scope, turn.Now);

    private static string SiteOf(AzureResource slotOrSite) => ResourceIds.ParentOf(slotOrSite.Id) ?? slotOrSite.Id;
}
