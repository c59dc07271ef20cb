using System.Text.RegularExpressions;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

/// <summary>Tokens are drawn anew for each server; a document has names in their places.</summary>
/// <param name="server">The server's own.</param>
internal sealed partial class DrawnTokens(string server)
{
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal) { ["{token}"] = server };

    /// <summary>What the next call is made with.</summary>
    public string Latest => _byName.GetValueOrDefault("{access_token}", server);

    public string Put(string text) => _byName.Aggregate(text, (put, token) => put.Replace(token.Key, token.Value, StringComparison.Ordinal));

    public string Take(string answer) => Token().Replace(answer, match =>
    {
        var name = $"{{{match.Groups[1].Value}}}";
        _byName[name] = match.Groups[2].Value;
        return $"\"{match.Groups[1].Value}\": \"{name}\"";
    });

    [GeneratedRegex("\"(refresh_token|access_token)\": \"([^\"]+)\"")]
    private static partial Regex Token();
}
