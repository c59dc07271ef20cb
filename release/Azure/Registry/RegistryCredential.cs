using Azure.Core;
using ReleaseInfra.Cli.Azure.Calls;

namespace ReleaseInfra.Cli.Azure.Registry;

/// <summary>A registry's own tokens: Azure's token is exchanged for a login, and the login for what may be done in one repository.</summary>
/// <param name="login">Calls of the registry that need no token.</param>
internal sealed class RegistryCredential(AzureEndpoint registry, TokenCredential azure, AzureCalls login, TimeProvider time) : TokenCredential
{
    /// <summary>The registry grants more than an hour. A right that was taken away should not outlive a step.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private string Service => registry.Address.Host;

    /// <exception cref="Failures.AzureFailure">The registry does not let whoever is logged in do that, or gave no answer.</exception>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var token = await azure.GetTokenAsync(new TokenRequestContext([registry.Scope]), cancellationToken);
        var exchanged = await login.SendAsync(
            Post("/oauth2/exchange").WithForm(("grant_type", "access_token"), ("service", Service), ("access_token", token.Token)),
            cancellationToken);
        var granted = await login.SendAsync(
            Post("/oauth2/token").WithForm(
                ("grant_type", "refresh_token"),
                ("service", Service),
                ("scope", requestContext.Scopes[0]),
                ("refresh_token", exchanged.Json().Text("refresh_token"))),
            cancellationToken);
        return new AccessToken(granted.Json().Text("access_token"), time.GetUtcNow() + Lifetime);
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Azure is called asynchronously here.");

    /// <summary>A login changes nothing.</summary>
    private static AzureRequest Post(string path) => new("POST", path) { IsRead = true };
}
