using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Domain.Gates.Regressions;

namespace ReleaseInfra.Domain.Journal.Numbers;

/// <summary>Limits by the names that people give them, to hold recorded numbers against.</summary>
public sealed class Thresholds
{
    private static readonly ImmutableArray<Known> All =
    [
        new("errors", "2%", Percent, limit => numbers =>
            numbers is ErrorRateNumbers errors ? errors with { LimitPercent = limit } : numbers),
        new("p95", "800ms", Milliseconds, limit => numbers =>
            numbers is LatencyNumbers { Sample.Percentile: 95 } latency ? latency with { LimitMilliseconds = (int)limit } : numbers),
        new("database-cpu", "70%", Percent, limit => Level("database CPU", limit)),
        new("database-connections", "80", Plain, limit => Level("database connections", limit)),
        new("restarts", "2", Plain, limit => Level("restarts of ", limit)),
        new("queue-depth", "1000", Plain, limit => Level("queue depth of ", limit)),
        new("alpha", "0.01", Chance, limit => Terms(terms => new RegressionTerms((double)limit, terms.Tolerance))),
        new("tolerance", "0.5%", Percent, limit => Terms(terms => new RegressionTerms(terms.Alpha, (double)limit / 100))),
    ];

    private readonly ImmutableArray<Func<GateNumbers, GateNumbers>> _limits;

    private Thresholds(ImmutableArray<Func<GateNumbers, GateNumbers>> limits) => _limits = limits;

    /// <param name="texts">As in <c>errors=2%</c>; of two of one name the last counts.</param>
    /// <exception cref="FormatException">There is none, one is unknown, or its value makes no sense.</exception>
    public static Thresholds Parse(IEnumerable<string> texts)
    {
        ImmutableArray<Func<GateNumbers, GateNumbers>> limits = [.. texts.Select(Parse)];
        return limits.IsEmpty ? throw new FormatException($"No threshold is given. {Names}") : new Thresholds(limits);
    }

    /// <summary>The numbers with the limits to hold them against; those that no threshold names keep theirs.</summary>
    public GateNumbers Limit(GateNumbers numbers) => _limits.Aggregate(numbers, (limited, limit) => limit(limited));

    private static string Names => $"The thresholds are {string.Join(", ", All.Select(known => $"{known.Name}={known.Example}"))}.";

    private static Func<GateNumbers, GateNumbers> Parse(string text)
    {
        var name = text.Split('=')[0];
        var known = All.FirstOrDefault(known => known.Name == name) ?? throw new FormatException($"There is no threshold '{name}'. {Names}");
        return known.Read(text[name.Length..].TrimStart('=')) is { } limit
            ? known.Limit(limit)
            : throw new FormatException($"'{text}' is no threshold: one of '{name}' is such as {name}={known.Example}.");
    }

    // A level's name goes on with what it is of, where there are several.
    private static Func<GateNumbers, GateNumbers> Level(string name, decimal limit) => numbers =>
        numbers is LevelNumbers level && level.Level.Name.StartsWith(name, StringComparison.Ordinal)
            ? level with { Limit = (double)limit }
            : numbers;

    private static Func<GateNumbers, GateNumbers> Terms(Func<RegressionTerms, RegressionTerms> change) => numbers => numbers switch
    {
        OldAndNew pair => new OldAndNew(pair.Old, pair.New, pair.Renews, change(pair.Terms), pair.Floor),
        BaselineAndNew trio => new BaselineAndNew(trio.Old, trio.Baseline, trio.New, trio.Renews, change(trio.Terms), trio.Floor),
        _ => numbers,
    };

    private static decimal? Percent(string text) => text.EndsWith('%') && Plain(text[..^1]) is { } percent && percent <= 100 ? percent : null;

    private static decimal? Milliseconds(string text) => text switch
    {
        [.. var number, 'm', 's'] when Plain(number) is >= 1 and <= int.MaxValue and var milliseconds => milliseconds,
        [.. var number, 's'] when Plain(number) is > 0 and <= 3600 and var seconds => seconds * 1000,
        _ => null,
    };

    private static decimal? Chance(string text) => Plain(text) is > 0 and < 1 and var chance ? chance : null;

    private static decimal? Plain(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Known(
        string Name, string Example, Func<string, decimal?> Read, Func<decimal, Func<GateNumbers, GateNumbers>> Limit);
}
