using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>A reference to a secret, never the secret: one of the program's own, or a name and version in the vault.</summary>
internal sealed record SecretForm : ScalarForm<SecretReference>
{
    private const int LongestName = 127;
    private const int VersionDigits = 32;

    public override string Allowed =>
        $"{string.Join(", ", ProgramSecret.All.Select(secret => secret.Name))}, or the name and version of a secret in the vault: "
        + "name/version, the version 32 hexadecimal digits";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out SecretReference value)
    {
        value = (SecretReference?)ProgramSecret.All.FirstOrDefault(secret => secret.Name == text) ?? Kept(text);
        return value is not null;
    }

    private static KeptSecret? Kept(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash > LongestName)
            return null;
        var (name, version) = (text[..slash], text[(slash + 1)..]);
        var known = name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            && version.Length == VersionDigits
            && version.All(char.IsAsciiHexDigitLower);
        // A program's secret under a stated version would outlive the password that the program makes next.
        return known && !ProgramSecret.All.Any(secret => KeptSecret.Names.Equals(secret.Name, name)) ? new KeptSecret(name, version) : null;
    }
}
