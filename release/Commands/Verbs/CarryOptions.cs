using System.CommandLine;

namespace ReleaseInfra.Cli.Commands.Verbs;

/// <summary>How a release is carried, for every verb that does.</summary>
internal sealed class CarryOptions(Option<bool> verbose)
{
    private readonly Option<bool> _json = new("--json") { Description = "For machines: the journal's lines as they are written." };

    private readonly Option<bool> _leave = new("--leave-held")
    {
        Description = "End with 5 as soon as the release is held, even with traffic on its new version. Else it is watched, and goes back in time.",
    };

    public void AddTo(Command command)
    {
        command.Add(_leave);
        command.Add(_json);
    }

    public CarryArguments Read(ParseResult parsed) =>
        new(VerbParts.Format(parsed.GetValue(_json)), parsed.GetValue(_leave), parsed.GetValue(verbose));
}
