using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>A blob container of public Azure. A query is refused: a shared access signature is a secret, and files hold none.</summary>
internal sealed record ContainerForm : ScalarForm<Uri>
{
    private const string Scheme = "https://";
    private const string Service = ".blob.core.windows.net";

    public override string Allowed =>
        $"a blob container's https address without query, such as {Scheme}shopjournals{Service}/releases";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || text[Scheme.Length..].Split('/') is not [var host, var container])
            return false;
        if (!host.EndsWith(Service, StringComparison.Ordinal) || !IsAccount(host[..^Service.Length]) || !IsContainer(container))
            return false;
        value = new Uri(text);
        return true;
    }

    private static bool IsAccount(string name) => name.Length is >= 3 and <= 24 && name.All(IsPlain);

    private static bool IsContainer(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(character => IsPlain(character) || character == '-')
        && name[0] != '-'
        && name[^1] != '-'
        && !name.Contains("--", StringComparison.Ordinal);

    private static bool IsPlain(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
}
