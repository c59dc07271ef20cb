using System.Collections.Concurrent;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.Failures;

/// <summary>
/// Secrets that passed by in clear, so that none of them stands in what others have written: a provider's error may quote
/// the input that it did not like.
/// </summary>
internal sealed class SecretTexts
{
    /// <summary>Shorter ones would blacken words that are none.</summary>
    private const int Shortest = 4;

    private readonly ConcurrentDictionary<string, bool> _texts = new(StringComparer.Ordinal);

    public void Learn(string text)
    {
        if (text.Length >= Shortest)
            _texts[text] = true;
    }

    // The longest first: one may be a part of another.
    public string Hide(string text) => _texts.Keys
        .OrderByDescending(secret => secret.Length)
        .Aggregate(text, (hidden, secret) => hidden.Replace(secret, InputValueText.Secret, StringComparison.Ordinal));
}
