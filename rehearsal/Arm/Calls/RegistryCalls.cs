using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Registry;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Container registries, each at a host of its own: a login in two steps, and whether a manifest is there.</summary>
internal sealed class RegistryCalls(ArmWorld world)
{
    private const string Manifest = "/v2/{repository*}/manifests/{reference}";

    private readonly RegistryTokens _tokens = new();

    public IEnumerable<ArmCall> All =>
    [
        new("registry.exchange", "POST", "/oauth2/exchange", ExchangeAsync) { IsResourceManager = false, TakesOwnLogin = true },
        new("registry.token", "POST", "/oauth2/token", TokenAsync) { IsResourceManager = false, TakesOwnLogin = true },
        new("manifests.head", "HEAD", Manifest, HeadAsync) { IsResourceManager = false, TakesOwnLogin = true },
    ];

    private async Task<ArmAnswer> ExchangeAsync(ArmRequest request)
    {
        var server = await ServerAsync(request);
        var form = await request.FormAsync();
        return form["grant_type"] == "access_token" && form["service"] == server && world.Token.Fits($"Bearer {form["access_token"]}")
            ? new JsonAnswer(200, new JsonObject { ["refresh_token"] = _tokens.Login(server) })
            : RegistryErrors.Of(401, "UNAUTHORIZED", RegistryErrors.LoginNeeded);
    }

    private async Task<ArmAnswer> TokenAsync(ArmRequest request)
    {
        var server = await ServerAsync(request);
        var form = await request.FormAsync();
        return form["grant_type"] == "refresh_token" && form["service"] == server && _tokens.IsLogin(form["refresh_token"].ToString(), server)
            ? new JsonAnswer(200, new JsonObject { ["access_token"] = _tokens.Grant(server, form["scope"].ToString()) })
            : RegistryErrors.Of(401, "UNAUTHORIZED", RegistryErrors.LoginNeeded);
    }

    private async Task<ArmAnswer> HeadAsync(ArmRequest request)
    {
        var server = await ServerAsync(request);
        var repository = request.Value("repository");
        if (!_tokens.Grants(request.Authorization, server, RegistryTokens.Pull(repository)))
            return RegistryErrors.Challenge(request.Address("/oauth2/token", version: null), server, repository);

        var name = new ImageName(server, repository, request.Value("reference"));
        return await world.Azure.Images.FindDigestAsync(name, request.Cancellation) is { } digest
            ? new EmptyAnswer(200).With("Docker-Content-Digest", digest)
            : RegistryErrors.Of(404, "MANIFEST_UNKNOWN", $"manifest tagged by \"{name.Reference}\" is not found");
    }

    /// <summary>In Azure a registry that does not exist has no host.</summary>
    private async Task<string> ServerAsync(ArmRequest request) =>
        await world.Azure.Images.HasRegistryAsync(request.Host, request.Cancellation)
            ? request.Host
            : throw new ArmRefusal(RegistryErrors.Of(404, "NAME_UNKNOWN", $"There is no registry {request.Host}."));
}
