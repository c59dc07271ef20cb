using System.Collections.Immutable;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Replays;

namespace ReleaseInfra.Cli.Reports;

/// <summary>Whether what was decided would be decided again.</summary>
internal static class ReplayText
{
    public static void Write(ImmutableArray<ReplayedRelease> releases, StyledWriter writer)
    {
        foreach (var release in releases)
        {
            writer.Write(Style.Heading, $"{release.Began.Id}  ");
            if (release.Result.Decisions == 0)
                writer.WriteLine(Style.Muted, "nothing was judged");
            else
                writer.WriteLine(release.Result.Agrees ? Style.Added : Style.Problem, $"{release.Agreeing} of {release.Result.Decisions} agree");
            if (release.Began.Rules != JournalRules.Version && !release.Result.Findings.IsEmpty)
                writer.WriteLine(Style.Changed, $"   It was judged by rules {release.Began.Rules}, and this program has rules {JournalRules.Version}.");
            foreach (var finding in release.Result.Findings)
                writer.WriteLine($"   {Sentence(finding)}");
        }

        if (releases is [_])
            return;
        writer.WriteLine();
        writer.WriteLine($"{releases.Sum(release => release.Agreeing)} of {releases.Sum(release => release.Result.Decisions)} agree");
    }

    private static string Sentence(ReplayFinding finding) => StyledText.OneLine(
        $"Record {finding.Number}, {finding.What}: recorded as '{finding.Recorded}', and judged now '{finding.Now}'.");
}
