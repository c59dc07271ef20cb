using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class EventFormat
{
    public static readonly KindFormats<RolloutEvent> Kinds = new KindFormats<RolloutEvent>("event", "event of a release")
        .With<PreflightPassed>(PreflightPassed.Name)
        .With<BackupTaken>(BackupTaken.Name)
        .With<MigrationDone>(MigrationDone.Name)
        .With<NewVersionReady>(NewVersionReady.Name)
        .With<SmokePassed>(SmokePassed.Name)
        .With<DrillBegan>(DrillBegan.Name)
        .With<DrillReturned>(
            DrillReturned.Name,
            (writer, drill) => writer.WriteDuration("took", drill.Took),
            line => new DrillReturned(line.Duration("took")))
        .With<StepBegan>(StepBegan.Name)
        .With<ServiceMoved>(
            ServiceMoved.Name,
            (writer, moved) => writer.WriteString("service", moved.Service),
            line => new ServiceMoved(line.Text("service")))
        .With<GatesPassed>(GatesPassed.Name)
        .With<WatchBegan>(WatchBegan.Name)
        .With<WatchPassed>(WatchPassed.Name)
        .With<ServiceReturned>(
            ServiceReturned.Name,
            (writer, returned) => writer.WriteString("service", returned.Service),
            line => new ServiceReturned(line.Text("service")))
        .With<Paused>(
            Paused.Name,
            (writer, paused) => Request(writer, paused.By, paused.Why),
            line => new Paused(line.Text("by"), line.Text("why")))
        .With<Resumed>(
            Resumed.Name,
            (writer, resumed) => writer.WriteString("by", resumed.By),
            line => new Resumed(line.Text("by")))
        .With<Approved>(
            Approved.Name,
            (writer, approved) => writer.WriteString("by", approved.By),
            line => new Approved(line.Text("by")))
        .With<AbortRequested>(
            AbortRequested.Name,
            (writer, asked) => Request(writer, asked.By, asked.Why),
            line => new AbortRequested(line.Text("by"), line.Text("why")))
        .With<RollBackRequested>(
            RollBackRequested.Name,
            (writer, asked) => Request(writer, asked.By, asked.Why),
            line => new RollBackRequested(line.Text("by"), line.Text("why")))
        .With<WorkFailed>(
            WorkFailed.Name,
            (writer, failed) => writer.WriteString("what", failed.What),
            line => new WorkFailed(line.Text("what")))
        .With<GateFailed>(
            GateFailed.Name,
            (writer, failed) => writer.WriteString("message", failed.Message),
            line => new GateFailed(line.Text("message")))
        .With<EvidenceMissing>(
            EvidenceMissing.Name,
            (writer, missing) => writer.WriteString("what", missing.What),
            line => new EvidenceMissing(line.Text("what")))
        .With<FreezeMet>(
            FreezeMet.Name,
            (writer, met) => writer.WriteString("freeze", met.Freeze),
            line => new FreezeMet(line.Text("freeze")))
        .With<TrafficChangedByOthers>(
            TrafficChangedByOthers.Name,
            (writer, changed) => writer.WriteString("what", changed.What),
            line => new TrafficChangedByOthers(line.Text("what")))
        .With<ApprovalMissing>(ApprovalMissing.Name)
        .With<DeadlinePassed>(DeadlinePassed.Name)
        .With<Interrupted>(Interrupted.Name);

    private static void Request(System.Text.Json.Utf8JsonWriter writer, string by, string why)
    {
        writer.WriteString("by", by);
        writer.WriteString("why", why);
    }
}
