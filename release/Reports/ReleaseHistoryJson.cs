using System.Text.Json;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Figures;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Reports;

/// <summary>Releases and figures for machines. The shape is a contract, in docs/cli.md.</summary>
internal static class ReleaseHistoryJson
{
    public static void WriteMembers(Utf8JsonWriter writer, ReleaseHistory history)
    {
        writer.WriteMoment("since", history.Since);
        writer.WriteEach("releases", history.Releases, release => Write(writer, release));
        writer.WriteStartObject("figures");
        Write(writer, "deploymentsPerDay", history.Figures.DeploymentsPerDay, value => value);
        Write(writer, "leadTimeSeconds", history.Figures.LeadTime, value => value.TotalSeconds);
        Write(writer, "changeFailureRate", history.Figures.ChangeFailureRate, value => value);
        Write(writer, "timeToRestoreSeconds", history.Figures.TimeToRestore, value => value.TotalSeconds);
        writer.WriteEndObject();
    }

    /// <summary>What a release's first record says of it, as every report has it.</summary>
    public static void WriteBeginning(Utf8JsonWriter writer, ReleaseBegan began, DateTimeOffset at)
    {
        writer.WriteString("id", began.Id.Text);
        writer.WriteString("by", began.By);
        writer.WriteString("why", began.Why);
        writer.WriteString("kind", BeginningFormat.Releases.KindOf(began.Release));
        writer.WriteString("reason", (began.Release as UrgentRelease)?.Reason);
        writer.WriteMoment("began", at);
    }

    public static void WriteService(Utf8JsonWriter writer, ReleasedService service)
    {
        writer.WriteString("service", service.Service);
        writer.WriteString("slot", service.Slot?.Name());
        writer.WriteStartObject("tag");
        writer.WriteString("from", service.From?.Text);
        writer.WriteString("to", service.To.Text);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReleaseSummary release)
    {
        WriteBeginning(writer, release.Began, release.BeganAt);
        WriteOptional(writer, "completed", release.Completed);
        WriteOptional(writer, "ended", release.Ended);
        writer.WriteString("state", release.State.Words);
        writer.WriteEach("services", release.Began.Services, service => WriteService(writer, service));
        writer.WriteStartObject("seconds");
        writer.WriteDuration("total", release.Times.Total);
        writer.WriteDuration("active", release.Times.Active);
        writer.WriteDuration("waiting", release.Times.Waiting);
        writer.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, Figure<T> figure, Func<T, double> number)
    {
        writer.WriteStartObject(name);
        if (figure is KnownFigure<T> known)
        {
            writer.WriteNumber("value", number(known.Value));
            writer.WriteNumber("releases", known.Releases);
            writer.WriteNull("none");
        }
        else
        {
            writer.WriteNull("value");
            writer.WriteNumber("releases", 0);
            writer.WriteString("none", ((NoFigure<T>)figure).Why);
        }

        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, DateTimeOffset? moment)
    {
        if (moment is { } at)
            writer.WriteMoment(name, at);
        else
            writer.WriteNull(name);
    }
}
