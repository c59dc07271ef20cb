using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class ShareFormat
{
    public static readonly KindFormats<ShareDecision> Decisions = new KindFormats<ShareDecision>("share", "decision about a share")
        .With<ShareAgrees>(
            "agrees",
            (writer, agrees) => writer.WriteString("message", agrees.Message),
            line => new ShareAgrees(line.Text("message")))
        .With<ShareDiffers>(
            "differs",
            (writer, differs) => writer.WriteString("message", differs.Message),
            line => new ShareDiffers(line.Text("message")))
        .With<ShareUnknown>(
            "unknown",
            (writer, unknown) =>
            {
                writer.WriteString("message", unknown.Message);
                writer.WriteNumber("needed", unknown.Requests);
            },
            line => new ShareUnknown(line.Text("message"), line.Count("needed")));

    public static void Write(Utf8JsonWriter writer, ShareObserved observed)
    {
        var share = observed.Share;
        writer.WriteString("service", observed.Service);
        Decisions.Write(writer, observed.Decision);
        writer.WriteNumber("weight", share.Weight);
        writer.WriteNumber("before", share.Before);
        writer.WriteMoment("since", share.Since);
        writer.WriteString("newVersion", share.NewVersion);
        TallyFormat.Write(writer, "new", share.New);
        writer.WriteString("oldVersion", share.OldVersion);
        TallyFormat.Write(writer, "old", share.Old);
    }

    public static ShareObserved Read(JsonElement line)
    {
        var (since, newVersion, oldVersion) = (line.Time("since"), line.Text("newVersion"), line.Text("oldVersion"));
        var seen = ImmutableSortedDictionary.CreateBuilder<string, Tally>(StringComparer.Ordinal);
        if (TallyFormat.Find(line, "new") is { } toNew)
            seen[newVersion] = toNew;
        if (TallyFormat.Find(line, "old") is { } toOld)
            seen[oldVersion] = toOld;
        return new ShareObserved(
            line.Text("service"),
            new ObservedShare(newVersion, oldVersion, line.Whole("weight"), line.Whole("before"), since)
                .Observe(new RequestBatch(since, since, seen.ToImmutable())),
            Decisions.Read(line));
    }
}
