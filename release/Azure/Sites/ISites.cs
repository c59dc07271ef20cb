using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Sites;

internal interface ISites
{
    /// <summary>The site itself, without its slots.</summary>
    /// <returns>Null where there is none.</returns>
    Task<SiteState?> FindAsync(AzureId site, CancellationToken cancellation);

    /// <summary>By the slots' own names, which leave the site's out.</summary>
    Task<ImmutableArray<SiteState>> SlotsAsync(AzureId site, CancellationToken cancellation);

    /// <summary>Replaces the rules whole. A visitor who was sent to a slot stays there for up to an hour.</summary>
    Task SetRampUpAsync(AzureId site, ImmutableArray<RampUpRule> rules, CancellationToken cancellation);

    /// <summary>Exchanges what the site and its slot run. Never sent again once it may have arrived: a second swap undoes it.</summary>
    Task SwapAsync(AzureId site, string slot, CancellationToken cancellation);
}

/// <param name="State">Azure's word: <c>Running</c>, <c>Stopped</c>.</param>
/// <param name="Runs">As in <c>DOCKER|registry/image:tag</c>; null for what is no container.</param>
/// <param name="RampUp">Of a site; a slot's are none.</param>
internal sealed record SiteState(string Name, string? State, string? Host, string? Runs, ImmutableArray<RampUpRule> RampUp);

/// <param name="Host">Where requests are sent: the slot's own host name.</param>
/// <param name="Percent">0..100.</param>
internal sealed record RampUpRule(string Name, string Host, double Percent);
