using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A replay for machines. The shape is a contract, in docs/cli.md.</summary>
internal static class ReplayJson
{
    public static void Write(string stack, ImmutableArray<ReplayedRelease> releases, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack);
        writer.WriteNumber("rules", JournalRules.Version);
        writer.WriteNumber("decisions", releases.Sum(release => release.Result.Decisions));
        writer.WriteNumber("agreeing", releases.Sum(release => release.Agreeing));
        writer.WriteEach("releases", releases, release =>
        {
            writer.WriteString("id", release.Began.Id.Text);
            writer.WriteNumber("rules", release.Began.Rules);
            writer.WriteNumber("decisions", release.Result.Decisions);
            writer.WriteNumber("agreeing", release.Agreeing);
            writer.WriteEach("differences", release.Result.Findings, finding =>
            {
                writer.WriteNumber("record", finding.Number);
                writer.WriteString("what", finding.What);
                writer.WriteString("recorded", finding.Recorded);
                writer.WriteString("now", finding.Now);
            });
        });
        writer.WriteEndObject();
    });
}
