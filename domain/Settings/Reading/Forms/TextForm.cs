using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record TextForm(string Rule, Func<string, bool> Holds) : ScalarForm<string>
{
    public override string Allowed => Rule;

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return Holds(text);
    }
}
