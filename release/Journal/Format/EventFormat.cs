using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class EventFormat
{
    public static readonly KindFormats<RolloutEvent> Kinds = new KindFormats<RolloutEvent>("event", "event of a release")
        .With<PreflightPassed>(PreflightPassed.Kind)
        .With<BackupTaken>(BackupTaken.Kind)
        .With<MigrationDone>(MigrationDone.Kind)
        .With<NewVersionReady>(NewVersionReady.Kind)
        .With<SmokePassed>(SmokePassed.Kind)
        .With<DrillBegan>(DrillBegan.Kind)
        .With<DrillReturned>(
            DrillReturned.Kind,
            (writer, drill) => writer.WriteDuration("took", drill.Took),
            line => new DrillReturned(line.Duration("took")))
        .With<StepBegan>(StepBegan.Kind)
        .With<ServiceMoved>(
            ServiceMoved.Kind,
            (writer, moved) => writer.WriteString("service", moved.Service),
            line => new ServiceMoved(line.Text("service")))
        .With<GatesPassed>(GatesPassed.Kind)
        .With<WatchBegan>(WatchBegan.Kind)
        .With<WatchPassed>(WatchPassed.Kind)
        .With<ServiceReturned>(
            ServiceReturned.Kind,
            (writer, returned) => writer.WriteString("service", returned.Service),
            line => new ServiceReturned(line.Text("service")))
        .With<Paused>(
            Paused.Kind,
            (writer, paused) => Request(writer, paused.By, paused.Why),
            line => new Paused(line.Text("by"), line.Text("why")))
        .With<Resumed>(
            Resumed.Kind,
            (writer, resumed) => writer.WriteString("by", resumed.By),
            line => new Resumed(line.Text("by")))
        .With<Approved>(
            Approved.Kind,
            (writer, approved) => writer.WriteString("by", approved.By),
            line => new Approved(line.Text("by")))
        .With<AbortRequested>(
            AbortRequested.Kind,
            (writer, asked) => Request(writer, asked.By, asked.Why),
            line => new AbortRequested(line.Text("by"), line.Text("why")))
        .With<RollBackRequested>(
            RollBackRequested.Kind,
            (writer, asked) => Request(writer, asked.By, asked.Why),
            line => new RollBackRequested(line.Text("by"), line.Text("why")))
        .With<WorkFailed>(
            WorkFailed.Kind,
            (writer, failed) => writer.WriteString("what", failed.What),
            line => new WorkFailed(line.Text("what")))
        .With<GateFailed>(
            GateFailed.Kind,
            (writer, failed) => writer.WriteString("message", failed.Message),
            line => new GateFailed(line.Text("message")))
        .With<EvidenceMissing>(
            EvidenceMissing.Kind,
            (writer, missing) => writer.WriteString("what", missing.What),
            line => new EvidenceMissing(line.Text("what")))
        .With<FreezeMet>(
            FreezeMet.Kind,
            (writer, met) => writer.WriteString("freeze", met.Freeze),
            line => new FreezeMet(line.Text("freeze")))
        .With<TrafficChangedByOthers>(
            TrafficChangedByOthers.Kind,
            (writer, changed) => writer.WriteString("what", changed.What),
            line => new TrafficChangedByOthers(line.Text("what")))
        .With<ApprovalMissing>(ApprovalMissing.Kind)
        .With<DeadlinePassed>(DeadlinePassed.Kind)
        .With<Interrupted>(Interrupted.Kind);

    private static void Request(System.Text.Json.Utf8JsonWriter writer, string by, string why)
    {
        writer.WriteString("by", by);
        writer.WriteString("why", why);
    }
}
