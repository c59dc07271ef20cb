using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Figures;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A stack's releases, the newest first, and what they come to.</summary>
internal static class ReleaseHistoryText
{
    public static void Write(ReleaseHistory history, StyledWriter writer)
    {
        if (history.Releases.IsEmpty)
            writer.WriteLine($"No release of {history.Stack} is written down. 'release history {history.Stack} --updates' has its updates.");
        foreach (var release in history.Releases)
            Write(release, writer);
        writer.WriteLine();
        Write(history.Since, history.Figures, writer);
    }

    private static void Write(ReleaseSummary release, StyledWriter writer)
    {
        writer.Write(Style.Heading, $"{release.Began.Id}  {EntryWords.Moment(release.BeganAt)}  ");
        writer.Write(StyleOf(release.State), StyledText.OneLine(release.State.Words));
        writer.WriteLine(Outcome(release.State));
        writer.WriteLine(Style.Muted, StyledText.OneLine($"   by {release.Began.By}{Kind(release.Began.Release)}: {release.Began.Why}"));
        foreach (var service in release.Began.Services)
            writer.WriteLine($"   {EntryWords.Service(service)}");
        writer.WriteLine($"   {Times(release)}");
    }

    private static void Write(DateTimeOffset since, DeliveryFigures figures, StyledWriter writer)
    {
        writer.WriteLine(Style.Heading, $"Since {EntryWords.Moment(since)}");
        writer.WriteLine($"  deployment frequency  {Figure(figures.DeploymentsPerDay, perDay => $"{perDay:0.##} a day")}");
        writer.WriteLine($"  lead time             {Figure(figures.LeadTime, PlanText.Of)}");
        writer.WriteLine($"  change failure rate   {Figure(figures.ChangeFailureRate, PlanText.Percent)}");
        writer.WriteLine($"  time to restore       {Figure(figures.TimeToRestore, PlanText.Of)}");
    }

    private static string Figure<T>(Figure<T> figure, Func<T, string> text) => figure switch
    {
        KnownFigure<T> { Releases: 1 } known => $"{text(known.Value)}, over 1 release",
        KnownFigure<T> known => $"{text(known.Value)}, over {known.Releases} releases",
        NoFigure<T> none => $"none: {none.Why}",
        _ => throw new ArgumentException($"Unknown figure {figure.GetType().Name}.", nameof(figure)),
    };

    private static string Times(ReleaseSummary release)
    {
        var parts = $"{PlanText.Of(release.Times.Active)} active, {PlanText.Of(release.Times.Waiting)} waiting";
        return release.Ended is null
            ? $"{PlanText.Of(release.Times.Total)} so far: {parts}"
            : $"took {PlanText.Of(release.Times.Total)}: {parts}";
    }

    private static string Outcome(RolloutState state) => StyledText.OneLine(state switch
    {
        RolledBack back => $": {back.Reason}",
        Aborted aborted => $": {aborted.Reason}",
        RollingBack back => $": {back.Reason}",
        _ => "",
    });

    private static string Kind(ReleaseKind kind) => kind switch
    {
        Hotfix hotfix => $", hotfix ({hotfix.Reason})",
        SecurityRelease security => $", security ({security.Reason})",
        _ => "",
    };

    private static Style StyleOf(RolloutState state) => state switch
    {
        Settled or Complete or Domain.Rollouts.States.Watching => Style.Added,
        RolledBack or Aborted or RollingBack => Style.Problem,
        _ => Style.Changed,
    };
}
