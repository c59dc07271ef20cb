using System.Collections.Concurrent;

namespace ReleaseInfra.Rehearsal.Arm;

/// <summary>Tokens that registries have handed out. They hold for as long as the server runs.</summary>
internal sealed class RegistryTokens
{
    // By the token: the registry, and what may be done there; null for a login.
    private readonly ConcurrentDictionary<string, (string Server, string? Scope)> _tokens = new(StringComparer.Ordinal);

    public static string Pull(string repository) => $"repository:{repository}:pull";

    public string Login(string server) => Add(server, scope: null);

    public bool IsLogin(string token, string server) => _tokens.TryGetValue(token, out var known) && known == (server, null);

    public string Grant(string server, string scope) => Add(server, scope);

    public bool Grants(string authorization, string server, string scope) =>
        authorization.Split(' ', 2) is ["Bearer", var token] && _tokens.TryGetValue(token, out var known) && known == (server, scope);

    private string Add(string server, string? scope)
    {
        var token = BearerToken.Draw().Value;
        _tokens[token] = (server, scope);
        return token;
    }
}
