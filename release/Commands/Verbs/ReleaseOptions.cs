using System.CommandLine;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Commands.Verbs;

/// <summary>What is to be released: the same words for planning it and for carrying it out.</summary>
internal sealed class ReleaseOptions
{
    private readonly Argument<string> _stack = VerbParts.Stack();

    private readonly Option<string> _tag = new("--tag") { Description = "The version, such as v1.3.0.", HelpName = "TAG", Required = true };

    private readonly Option<string[]> _services =
        new("--service") { Description = "A service to release; once for each, all by default.", HelpName = "NAME" };

    private readonly Option<string?> _hotfix = new("--hotfix") { Description = "A hotfix, and why: freezes do not hold it.", HelpName = "REASON" };

    private readonly Option<string?> _security =
        new("--security") { Description = "A security fix, and why: freezes do not hold it.", HelpName = "REASON" };

    private readonly Option<TimeSpan?> _bake = new("--longest-bake")
    {
        Description = "Of a hotfix or a security fix: no step bakes longer, such as 2m. Gates still need their evidence.",
        HelpName = "DURATION",
        CustomParser = Durations.Parse,
    };

    private readonly Option<DateTimeOffset?> _incident = new("--incident-ended")
    {
        Description = "When the last major incident ended, such as 2026-11-20T14:00Z: the freeze after it counts from there.",
        HelpName = "TIME",
    };

    public void AddTo(Command command)
    {
        command.Add(_stack);
        command.Add(_tag);
        command.Add(_services);
        command.Add(_hotfix);
        command.Add(_security);
        command.Add(_bake);
        command.Add(_incident);
    }

    /// <exception cref="ReleaseFailure">The options exclude each other, or the tag is none.</exception>
    public ReleaseRequest Read(ParseResult parsed) => new(
        parsed.GetValue(_stack)!,
        ImageTag.TryParse(parsed.GetValue(_tag)!, out var tag) ? tag : throw ReleaseFailure.NoTag(parsed.GetValue(_tag)!),
        parsed.GetValue(_services) ?? [],
        Kind(parsed.GetValue(_hotfix), parsed.GetValue(_security), parsed.GetValue(_bake)),
        parsed.GetValue(_incident));

    private static ReleaseKind Kind(string? hotfix, string? security, TimeSpan? bake) => (hotfix, security) switch
    {
        (null, null) => bake is null ? new RegularRelease() : throw ReleaseFailure.BakeOfRegular(),
        ({ } why, null) => new Hotfix(why, bake),
        (null, { } why) => new SecurityRelease(why, bake),
        _ => throw ReleaseFailure.TwoKinds(),
    };
}
