using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Sites;

internal sealed class Sites(AzureCalls calls, LongRunningCalls operations) : ISites
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // A swap warms the slot up first, as long as its container takes to start.
    private static readonly TimeSpan SwapLimit = TimeSpan.FromMinutes(15);

    public async Task<SiteState?> FindAsync(AzureId site, CancellationToken cancellation) =>
        await calls.FindAsync(AzureRequest.Get(site.Path, ApiVersions.Sites), cancellation) is { } answer
            ? await WithConfigAsync(answer.Json(), site.Name, site.Path, cancellation)
            : null;

    public async Task<ImmutableArray<SiteState>> SlotsAsync(AzureId site, CancellationToken cancellation)
    {
        var slots = ImmutableArray.CreateBuilder<SiteState>();
        foreach (var slot in await calls.ListAsync(AzureRequest.Get($"{site}/slots", ApiVersions.Sites), cancellation))
        {
            // Azure names a slot "site/slot".
            var name = slot.Text("name").Split('/')[^1];
            slots.Add(await WithConfigAsync(slot, name, $"{site}/slots/{name}", cancellation));
        }

        return slots.ToImmutable();
    }

    public Task SetRampUpAsync(AzureId site, ImmutableArray<RampUpRule> rules, CancellationToken cancellation) =>
        operations.CompleteAsync(
            AzureRequest.Patch($"{site}/config/web", ApiVersions.Sites).WithBody(body => Write(body, rules)), Limit, cancellation);

    public Task SwapAsync(AzureId site, string slot, CancellationToken cancellation) => operations.CompleteAsync(
        AzureRequest.PostOnce($"{site}/slots/{slot}/slotsswap", ApiVersions.Sites).WithBody(body =>
        {
            body.WriteStartObject();
            body.WriteString("targetSlot", "production");
            body.WriteBoolean("preserveVnet", true);
            body.WriteEndObject();
        }),
        SwapLimit,
        cancellation);

    /// <summary>What it runs stands in its configuration, which the site's own answer leaves out.</summary>
    private async Task<SiteState> WithConfigAsync(WireJson site, string name, string path, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(AzureRequest.Get($"{path}/config/web", ApiVersions.Sites), cancellation);
        var config = answer.Json();
        return new SiteState(
            name,
            site.TextOrNull("properties", "state"),
            site.TextOrNull("properties", "defaultHostName"),
            config.TextOrNull("properties", "linuxFxVersion") is { Length: > 0 } runs ? runs : null,
            [.. config.ListOrNone("properties", "experiments", "rampUpRules").Select(Rule)]);
    }

    private static RampUpRule Rule(WireJson rule) => new(
        rule.TextOrNull("name") ?? "",
        rule.TextOrNull("actionHostName") ?? "",
        rule.NumberOrNull("reroutePercentage") ?? 0);

    private static void Write(Utf8JsonWriter body, ImmutableArray<RampUpRule> rules)
    {
        body.WriteStartObject();
        body.WriteStartObject("properties");
        body.WriteStartObject("experiments");
        body.WriteStartArray("rampUpRules");
        foreach (var rule in rules)
        {
            body.WriteStartObject();
            body.WriteString("name", rule.Name);
            body.WriteString("actionHostName", rule.Host);
            body.WriteNumber("reroutePercentage", rule.Percent);
            body.WriteEndObject();
        }

        body.WriteEndArray();
        body.WriteEndObject();
        body.WriteEndObject();
        body.WriteEndObject();
    }
}
