using ReleaseInfra.Domain.Drift;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Notices;

/// <summary>Azure is not what the configuration says, and no release made it so.</summary>
public sealed record DriftFound : Notice
{
    private const int Named = 5;

    private DriftFound(StackName stack, DriftReport report, DateTimeOffset at)
        : base(stack.Name, at) => Report = report;

    public DriftReport Report { get; }

    public override NoticeKind Kind => NoticeKind.DriftFound;

    public override NoticeSeverity Severity => NoticeSeverity.Warning;

    public override string Topic => $"drift-{Stack}";

    private protected override string Headline => $"Drift found: {Count(Report.Findings.Length)}";

    private protected override string Paragraph =>
        $"Azure differs from the configuration in {Count(Report.Findings.Length)}. 'release drift {Stack}' shows each with its remedy.";

    private protected override IEnumerable<NoticeFact> Details => Report.Findings
        .Take(Named)
        .Select(finding => new NoticeFact(
            finding.Path is { } path ? $"{finding.Resource} {path}" : finding.Resource,
            $"{finding.Kind.Word()}: {finding.Live}, expected {finding.Expected}"))
        .Concat(Report.Findings.Length > Named ? [new NoticeFact("And", $"{Count(Report.Findings.Length - Named)} more")] : []);

    /// <returns>Null where nothing differs.</returns>
    public static DriftFound? Of(StackName stack, DriftReport report, DateTimeOffset at) =>
        report.Findings is [] ? null : new DriftFound(stack, report, at);

    private static string Count(int places) => places == 1 ? "1 place" : $"{places} places";
}

/// <summary>Sent by hand, to see whether a channel works.</summary>
/// <param name="By">As in <c>ann@laptop</c>.</param>
public sealed record TestNotice(StackName Of, string By, DateTimeOffset Sent) : Notice(Of.Name, Sent)
{
    public override NoticeKind Kind => NoticeKind.Test;

    public override NoticeSeverity Severity => NoticeSeverity.Info;

    public override string Topic => $"test-{Stack}";

    private protected override string Headline => "Test of the notifications";

    private protected override string Paragraph =>
        $"{By} tries out where notices of releases to {Stack} arrive. There is nothing to do.";

    private protected override IEnumerable<NoticeFact> Details => [new("By", By)];
}
