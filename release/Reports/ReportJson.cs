using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Reports;

/// <summary>Where a report is, for machines. The shape is a contract, in docs/cli.md.</summary>
internal static class ReportJson
{
    public static void Write(string stack, RecordedRelease release, string file, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack);
        writer.WriteString("id", release.Began.Id.Text);
        writer.WriteString("state", ReleaseStanding.Of(release.Records).State.Words);
        writer.WriteString("file", file);
        writer.WriteEndObject();
    });
}
