using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record RequestForm : ScalarForm<(SmokeMethod Method, string Path)>
{
    public override string Allowed => "GET or HEAD and a path from the root of the service, such as GET /api/version";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, out (SmokeMethod Method, string Path) value)
    {
        var method = text.StartsWith("GET /", StringComparison.Ordinal) ? SmokeMethod.Get
            : text.StartsWith("HEAD /", StringComparison.Ordinal) ? SmokeMethod.Head
            : (SmokeMethod?)null;
        value = (method ?? default, text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        // What begins with two slashes, or one turned round, is an address of its own: another host would be asked.
        return method is not null
            && !value.Path.StartsWith("//", StringComparison.Ordinal)
            && value.Path.All(character => character is > ' ' and < '\x7f' and not ('#' or '\\'));
    }
}
