using System.Text.Json;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>Every entry that a journal can have. A new one, or another meaning of a member, raises <see cref="LineFormat.Version"/>.</summary>
internal static class EntryFormat
{
    public static readonly KindFormats<JournalEntry> Kinds = new KindFormats<JournalEntry>("kind", "kind of entry")
        .With<ReleaseBegan>("release began", BeginningFormat.Write, BeginningFormat.Read)
        .With<WriterTookOver>(
            "writer took over",
            (writer, took) =>
            {
                writer.WriteString("by", took.By);
                writer.WriteString("where", took.Where);
                writer.WriteNumber("cutOff", took.CutOff);
            },
            line => new WriterTookOver(line.Text("by"), line.Text("where"), line.Whole("cutOff")))
        .With<WorkBegan>(
            "work began",
            (writer, began) => WorkFormat.Kinds.Write(writer, began.Work),
            line => new WorkBegan(WorkFormat.Kinds.Read(line)))
        .With<WorkEnded>(
            "work ended",
            (writer, ended) => WorkFormat.Kinds.Write(writer, ended.Work),
            line => new WorkEnded(WorkFormat.Kinds.Read(line)))
        .With<Happened>(
            "event",
            (writer, happened) =>
            {
                EventFormat.Kinds.Write(writer, happened.Event);
                writer.WriteString("state", happened.State);
            },
            line => new Happened(EventFormat.Kinds.Read(line), line.Text("state")))
        .With<JobStarted>(
            "job started",
            (writer, started) => writer.WriteString("execution", started.Execution),
            line => new JobStarted(line.Text("execution")))
        .With<RestorePointNoted>(
            "restore point",
            (writer, noted) => writer.WriteString("to", noted.To),
            line => new RestorePointNoted(line.Text("to")))
        .With<WayBackJudged>(
            "way back",
            (writer, judged) =>
            {
                writer.WriteString("service", judged.Service);
                writer.WriteTexts("facts", judged.Facts);
                writer.WriteTexts("gaps", judged.Gaps);
            },
            line => new WayBackJudged(line.Text("service"), line.Texts("facts"), line.Texts("gaps")))
        .With<Judged>("judged", JudgementFormat.Write, JudgementFormat.Read)
        .With<GateConcluded>("gate concluded", ConclusionFormat.Write, ConclusionFormat.Read)
        .With<TrafficWritten>(
            "traffic written",
            (writer, written) => TrafficFormat.Write(writer, written.Service, written.Weights),
            line => new TrafficWritten(line.Text("service"), TrafficFormat.Weights(line)))
        .With<TrafficReadBack>(
            "traffic read back",
            (writer, readBack) => TrafficFormat.Write(writer, readBack.Service, readBack.Weights),
            line => new TrafficReadBack(line.Text("service"), TrafficFormat.Weights(line)))
        .With<ShareObserved>("share observed", ShareFormat.Write, ShareFormat.Read)
        .With<ApprovalGiven>(
            "approval",
            (writer, given) =>
            {
                writer.WriteString("by", given.Approval.By);
                writer.WriteString("plan", given.Approval.PlanHash);
                writer.WriteBoolean("agrees", given.Approval.Agrees);
                writer.WriteMoment("given", given.Approval.At);
                writer.WriteMoment("expires", given.Expires);
            },
            line => new ApprovalGiven(
                new Approval(line.Text("by"), line.Text("plan"), line.Time("given"), line.Flag("agrees")), line.Time("expires")))
        .With<FreezesSkipped>(
            "freezes skipped",
            (writer, skipped) => writer.WriteEach("freezes", skipped.Freezes, freeze =>
            {
                writer.WriteString("name", freeze.Name);
                writer.WriteMoment("from", freeze.From);
                writer.WriteMoment("to", freeze.To);
            }),
            line => new FreezesSkipped(
                [.. line.Each("freezes").Select(freeze => new FrozenSpan(freeze.Text("name"), freeze.Time("from"), freeze.Time("to")))]))
        .With<NoticeFailed>(
            "notice failed",
            (writer, failed) =>
            {
                writer.WriteString("channel", failed.Channel);
                writer.WriteString("notice", failed.Notice);
                writer.WriteString("error", failed.Error);
            },
            line => new NoticeFailed(line.Text("channel"), line.Text("notice"), line.Text("error")))
        .With<NoteWritten>(
            "note",
            (writer, note) =>
            {
                writer.WriteString("by", note.By);
                writer.WriteString("text", note.Text);
            },
            line => new NoteWritten(line.Text("by"), line.Text("text")));
}
