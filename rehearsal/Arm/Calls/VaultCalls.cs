using System.Globalization;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.KeyVault;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Key vaults, each at a host of its own: which versions a secret has. Values are neither served nor known.</summary>
internal sealed class VaultCalls(ArmWorld world)
{
    private const string HostEnd = ".vault.azure.net";
    private const int LongestPage = 25;

    public IEnumerable<ArmCall> All =>
    [
        new("secretVersions.list", "GET", "/secrets/{secret}/versions", ListAsync) { IsResourceManager = false },
    ];

    private async Task<ArmAnswer> ListAsync(ArmRequest request)
    {
        if (request.ApiVersion.Length == 0)
            return ArmErrors.Of(400, "BadParameter", "api-version must be specified");

        var (vault, secret) = (await VaultAsync(request), request.Value("secret"));
        var versions = await world.Azure.Secrets.ListAsync(vault, secret, request.Cancellation);
        if (versions.IsEmpty)
        {
            return ArmErrors.Of(
                404,
                "SecretNotFound",
                $"A secret with (name/id) {secret} was not found in this key vault. If you recently deleted this secret you may be able to " +
                "recover it using the correct recovery command.");
        }

        var size = Number(request, "maxresults", LongestPage);
        if (size is < 1 or > LongestPage)
            return ArmErrors.Of(400, "BadParameter", "maxresults must be between 1 and 25");

        var from = Number(request, "$skiptoken", 0);
        var next = from + size < versions.Length
            ? $"{request.Address(request.Path)}&$skiptoken={(from + size).ToString(CultureInfo.InvariantCulture)}&maxresults={size.ToString(CultureInfo.InvariantCulture)}"
            : null;
        return new JsonAnswer(200, new JsonObject
        {
            ["value"] = new JsonArray([.. versions.Skip(from).Take(size).Select(version => Wire(request, version))]),
            ["nextLink"] = next,
        });
    }

    /// <summary>In Azure a vault that does not exist has no host.</summary>
    private async Task<string> VaultAsync(ArmRequest request)
    {
        var host = request.Host;
        if (host.EndsWith(HostEnd, StringComparison.OrdinalIgnoreCase)
            && await world.Azure.Secrets.HasVaultAsync(host[..^HostEnd.Length], request.Cancellation))
        {
            return host[..^HostEnd.Length];
        }

        throw new ArmRefusal(ArmErrors.Of(404, "VaultNotFound", $"There is no vault {host}."));
    }

    private static int Number(ArmRequest request, string name, int otherwise) =>
        request.Query(name) is { } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
            : otherwise;

    private static JsonObject Wire(ArmRequest request, SecretVersion version)
    {
        var attributes = new JsonObject { ["enabled"] = version.Enabled };
        if (version.NotBefore is { } from)
            attributes["nbf"] = from.ToUnixTimeSeconds();
        if (version.Expires is { } until)
            attributes["exp"] = until.ToUnixTimeSeconds();
        attributes["created"] = version.Created.ToUnixTimeSeconds();
        attributes["updated"] = version.Created.ToUnixTimeSeconds();
        return new JsonObject
        {
            ["id"] = $"https://{request.Host}/secrets/{version.Name}/{version.Version}",
            ["attributes"] = attributes,
        };
    }
}
