using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>Of a service on the web. Whatever could hold a key (user, query, fragment) is refused: files hold no secrets.</summary>
internal sealed record AddressForm : ScalarForm<Uri>
{
    public override string Allowed => "an https address without user, query and fragment, such as https://gates.example.com/release";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value)
        && value.Scheme == Uri.UriSchemeHttps
        && value.UserInfo.Length == 0
        && !text.Contains('?', StringComparison.Ordinal)
        && !text.Contains('#', StringComparison.Ordinal);
}
