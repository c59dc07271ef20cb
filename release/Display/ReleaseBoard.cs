using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;

namespace ReleaseInfra.Cli.Display;

/// <summary>What there is to see of a release: a fold over its records, of which none is looked at twice.</summary>
internal sealed record ReleaseBoard
{
    private const int Kept = 6;

    private ReleaseBoard()
    {
    }

    public required ReleaseStanding Standing { get; init; }

    /// <summary>In the order in which they move.</summary>
    public required ImmutableArray<ServiceRow> Services { get; init; }

    /// <summary>In the order in which they first judged.</summary>
    public ImmutableArray<GateRow> Gates { get; init; } = [];

    /// <summary>The last few, the oldest first.</summary>
    public ImmutableArray<JournalRecord> Latest { get; init; } = [];

    /// <summary>Of a release that was under way before anybody watched: nothing of it has been seen.</summary>
    public static ReleaseBoard Of(ReleaseStanding standing) => new()
    {
        Standing = standing,
        Services = [.. standing.Began.Services.Select(released => new ServiceRow(released))],
    };

    /// <exception cref="BrokenJournalException">There is no record, or one that cannot stand where it does.</exception>
    public static ReleaseBoard Of(IEnumerable<JournalRecord> records) =>
        records.Aggregate(default(ReleaseBoard), (board, record) =>
        {
            var standing = board?.Standing.Next(record) ?? ReleaseStanding.Begin(record);
            return (board ?? Of(standing)).Next(record, standing);
        })
        ?? Of(ReleaseStanding.Of([]));

    /// <param name="standing">With the record.</param>
    public ReleaseBoard Next(JournalRecord record, ReleaseStanding standing)
    {
        var board = this with { Standing = standing, Latest = [.. Latest.TakeLast(Kept - 1), record] };
        return record.Entry switch
        {
            TrafficReadBack back => board.With(back.Service, row => row with { ReadBack = back.Weights }),
            Judged judged => board
                .With(judged.Service, row => Numbers(judged.Look) is { } numbers ? row.With(numbers) : row)
                .With(new GateRow(judged.Gate, judged.Service, judged.Verdict, record.At)),
            GateConcluded concluded => board.With(new GateRow(concluded.Gate, concluded.Service, concluded.Verdict, record.At)),
            _ => board,
        };
    }

    /// <summary>Percent on the service's new version: as read back, and else as it was confirmed.</summary>
    public int WeightOf(ServiceRow row) => row.NewWeight ?? Standing.State.NewWeight(row.Released.Service);

    /// <summary>Of the service's gates together; null before one has judged.</summary>
    public Verdict? VerdictOf(ServiceRow row)
    {
        Verdict[] verdicts = [.. Gates.Where(gate => gate.Service == row.Released.Service).Select(gate => gate.Verdict)];
        return verdicts is [] ? null : Verdict.Joint(verdicts);
    }

    /// <summary>Negative where the deadline has passed; null where the release has ended.</summary>
    public TimeSpan? TimeLeft(DateTimeOffset now) => Standing.State.Deadline is { } deadline ? Standing.Since + deadline - now : null;

    private ReleaseBoard With(string? service, Func<ServiceRow, ServiceRow> change) => this with
    {
        Services = [.. Services.Select(row => row.Released.Service == service ? change(row) : row)],
    };

    private ReleaseBoard With(GateRow row)
    {
        for (var index = 0; index < Gates.Length; index++)
        {
            if (Gates[index].IsOf(row.Gate, row.Service))
                return this with { Gates = Gates.SetItem(index, row) };
        }

        return this with { Gates = Gates.Add(row) };
    }

    private static GateNumbers? Numbers(Look look) => look.Reading switch
    {
        Measured<GateNumbers> measured => measured.Value,
        PartlyMeasured<GateNumbers> partly => partly.Value,
        _ => null,
    };
}
