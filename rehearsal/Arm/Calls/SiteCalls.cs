using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>A site's configuration, which holds its ramp-up rules, and the swap of its slots.</summary>
internal sealed class SiteCalls(ArmWorld world)
{
    private const string Config = CallPaths.Site + "/config/web";
    private const string Results = "operationresults";

    /// <summary>What App Service gives only where it is asked for alone, since passwords stand in it.</summary>
    private static readonly string[] Elsewhere = ["appSettings", "connectionStrings"];

    public IEnumerable<ArmCall> All =>
    [
        new("siteConfig.get", "GET", Config, GetConfigAsync),
        new("siteConfig.put", "PUT", Config, PutConfigAsync),
        new("siteConfig.patch", "PATCH", Config, PatchConfigAsync),
        new("slotConfig.get", "GET", CallPaths.Site + "/slots/{slot}/config/web", GetSlotConfigAsync),
        new("slots.swap", "POST", CallPaths.Site + "/slots/{slot}/slotsswap", request => SwapAsync(request, request.Value("slot"))),
        new("slots.swap", "POST", CallPaths.Site + "/slotsswap", request => SwapAsync(request, WebSites.Production)),
        new("slots.swapResult", "GET", $"{CallPaths.Site}/{Results}/{{operation}}", SwapResultAsync),
    ];

    private async Task<ArmAnswer> GetConfigAsync(ArmRequest request) =>
        new JsonAnswer(200, Wire(await Holders.RequireAsync(world, request)));

    private async Task<ArmAnswer> GetSlotConfigAsync(ArmRequest request)
    {
        var site = await Holders.RequireAsync(world, request);
        var id = $"{site.Id}/slots/{request.Value("slot")}";
        return await world.Azure.Resources.FindAsync(id, request.Cancellation) is { } slot
            ? new JsonAnswer(200, Wire(slot))
            : ArmErrors.ResourceNotFound(id);
    }

    private async Task<ArmAnswer> PutConfigAsync(ArmRequest request)
    {
        var site = await Holders.RequireAsync(world, request);
        var stated = PlainValues.Map(Properties(await request.BodyAsync()).Where(entry => entry.Value is not null)!);
        var kept = Values(site).Where(entry => Elsewhere.Contains(entry.Key) && !stated.ContainsKey(entry.Key));
        var inputs = site.Inputs.SetItem("siteConfig", stated.SetItems(kept));
        return await ChangedAsync(await world.Azure.Resources.PutAsync(site.Declared with { Inputs = inputs }, request.Cancellation), request);
    }

    private async Task<ArmAnswer> PatchConfigAsync(ArmRequest request)
    {
        var site = await Holders.RequireAsync(world, request);
        var patch = new Dictionary<string, object?> { ["siteConfig"] = Properties(await request.BodyAsync()) };
        return await ChangedAsync(await world.Azure.Resources.PatchAsync(site.Id, patch, request.Cancellation), request);
    }

    private async Task<ArmAnswer> ChangedAsync(PutResult put, ArmRequest request)
    {
        await world.ChangedAsync(request.Cancellation);
        return new JsonAnswer(200, Wire(put.Resource));
    }

    private async Task<ArmAnswer> SwapAsync(ArmRequest request, string source)
    {
        var site = await Holders.RequireAsync(world, request);
        var body = await request.BodyAsync();
        if (!body.TryGetProperty("targetSlot", out var target) || target.ValueKind != JsonValueKind.String)
            return ArmErrors.InvalidContent("A swap needs 'targetSlot'.");

        var operation = await world.Azure.Sites.SwapAsync(site.Id, source, target.GetString()!, request.Cancellation);
        await world.ChangedAsync(request.Cancellation);
        return Progress(request, $"{site.Id}/{Results}/{operation.Id}", operation);
    }

    private async Task<ArmAnswer> SwapResultAsync(ArmRequest request) =>
        Progress(request, request.Path, await world.Azure.Operations.GetAsync(request.Value("operation"), request.Cancellation));

    private ArmAnswer Progress(ArmRequest request, string path, Operation operation) => operation.State switch
    {
        OperationInProgress => new EmptyAnswer(202)
            .With("Location", request.Address(path))
            .With("Retry-After", RetryAfter.Seconds(world.Options.RetryAfter)),
        OperationFailed failed => ArmErrors.Of(failed.Error),
        _ => new EmptyAnswer(200),
    };

    private static Dictionary<string, object?> Properties(JsonElement body) =>
        body.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? FromWire.Map(properties)
            : throw new ArmRefusal(ArmErrors.InvalidContent("A site's configuration stands under 'properties'."));

    private static ImmutableSortedDictionary<string, object> Values(AzureResource site) =>
        site.Inputs.GetValueOrDefault("siteConfig") as ImmutableSortedDictionary<string, object> ?? PlainValues.Empty;

    private static JsonObject Wire(AzureResource site) => new()
    {
        ["id"] = $"{site.Id}/config/web",
        ["name"] = "web",
        ["type"] = "Microsoft.Web/sites/config",
        ["location"] = (string)site.Outputs["location"],
        ["properties"] = ToWire.Json(ToWire.Unmasked(Values(site).RemoveRange(Elsewhere))),
    };
}
