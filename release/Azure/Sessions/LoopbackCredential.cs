using Azure.Core;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>The token of a server on this machine, good for as long as that runs.</summary>
internal sealed class LoopbackCredential(string token) : TokenCredential
{
    private readonly AccessToken _token = new(token, DateTimeOffset.MaxValue);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => _token;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_token);
}
