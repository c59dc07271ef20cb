using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record FlagForm : ScalarForm<bool>
{
    public override string Allowed => "true or false, without quotes";

    protected override ScalarKind Kind => ScalarKind.Boolean;

    protected override bool TryParse(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }
}
