using System.Security.Cryptography;
using System.Text;

namespace ReleaseInfra.Release.Tests.Secrets;

/// <summary>Draws secrets that nothing else can be mistaken for, and finds them again.</summary>
internal sealed class PlantedSecrets
{
    private readonly List<string> _drawn = [];
    private int _next;

    public int Count => _drawn.Count;

    /// <summary>The next run of the program is given the same ones.</summary>
    public void StartAgain() => _next = 0;

    public string Next()
    {
        if (_next == _drawn.Count)
            _drawn.Add("planted" + RandomNumberGenerator.GetHexString(24, lowercase: true));
        return _drawn[_next++];
    }

    /// <summary>In clear, or in one of the forms that a text takes by mistake.</summary>
    public IEnumerable<string> In(string text) => _drawn.Where(secret => Forms(secret).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        // Without the last characters, which depend on what follows.
        yield return Convert.ToBase64String(bytes)[..^4];
        yield return Convert.ToHexString(bytes);
        yield return new string([.. secret.Reverse()]);
    }
}
