using System.Globalization;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Rehearse.Faults;

/// <summary>Reads what stands behind <c>--fault</c>.</summary>
internal static class FaultSyntax
{
    /// <summary>A latency is no more than this: whoever waits for longer has gone away.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestFault = TimeSpan.FromHours(12);

    /// <exception cref="ReleaseFailure">There is no such fault, or not in this form: the message says which there are.</exception>
    public static RehearsalFault Parse(string text)
    {
        var (head, moment) = Cut(text.Trim(), '@');
        var (name, amount) = Cut(head, '=');
        var kind = FaultKind.All.FirstOrDefault(kind => kind.Name == name)
            ?? throw ReleaseFailure.UnknownFault(name, Suggestion.For(name, FaultKind.All.Select(kind => kind.Name)), FaultKind.All.Select(kind => kind.Form));
        return Read(new Written(kind, text, amount, moment));
    }

    private static RehearsalFault Read(Written written) => written.Kind.Name switch
    {
        "errors" => new ErrorsFault(written.Share(), written.Weight()),
        "latency" => new LatencyFault(written.Latency(), written.Weight()),
        "crash-loop" => written.Bare().Always(new CrashLoopFault()),
        "slow-start" => written.Always(new SlowStartFault(written.Duration())),
        "bad-health" => new BadHealthFault(written.Bare().Weight()),
        "memory-leak" => new MemoryLeakFault(written.Bare().Weight()),
        "no-metrics" => new NoMetricsFault(written.Bare().Weight()),
        "azure-429" => new AzureThrottlesFault(written.Bare().Weight()),
        "azure-409" => new AzureConflictsFault(written.Bare().Weight()),
        "azure-down" => new AzureDownFault(written.Duration(), written.Weight()),
        "kill-engine" => new KillEngineFault(written.Bare().Kill()),
        "database-slow" => new DatabaseSlowFault(written.Bare().Weight()),
        "config-conflict" => new ConfigConflictFault(written.Bare().Weight()),
        var other => throw new InvalidOperationException($"Nobody reads the fault '{other}'."),
    };

    private static (string Before, string? After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var place and >= 0 ? (text[..place], text[(place + 1)..]) : (text, null);

    /// <param name="Amount">Behind the equals sign; null without one.</param>
    /// <param name="Moment">Behind the at sign; null without one.</param>
    private sealed record Written(FaultKind Kind, string Text, string? Amount, string? Moment)
    {
        public Written Bare() => Amount is null ? this : throw Wrong("it takes no amount");

        public RehearsalFault Always(RehearsalFault fault) => Moment is null ? fault : throw Wrong("it is there from the new version's start on, and takes no '@'");

        public double Share() => Amount is ['+' or '-', ..] || Amount is not [.. var digits, '%'] || !double.TryParse(
            digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent is not (> 0 and <= 100)
            ? throw Wrong("its amount is more than 0 % and no more than 100 %")
            : percent / 100;

        public TimeSpan Latency()
        {
            var amount = Amount?.TrimStart('+') ?? "";
            var more = amount.EndsWith("ms", StringComparison.Ordinal)
                ? int.TryParse(amount[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                    ? TimeSpan.FromMilliseconds(milliseconds)
                    : TimeSpan.Zero
                : DurationText.TryParse(amount, out var duration) ? duration : TimeSpan.Zero;
            return more > TimeSpan.Zero && more <= LongestWait
                ? more
                : throw Wrong("its amount is from 1 ms to 10 minutes, such as +800ms or +2s");
        }

        public TimeSpan Duration() =>
            Amount is { } amount && DurationText.TryParse(amount, out var duration) && duration > TimeSpan.Zero && duration <= LongestFault
                ? duration
                : throw Wrong($"its amount is up to 12 hours, in {DurationText.Allowed}");

        public int? Weight() => Moment is null
            ? null
            : int.TryParse(Moment.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= 100
                ? weight
                : throw Wrong("what stands behind '@' is the new version's share of the traffic from which on it is there, 1 to 100");

        public KillMoment Kill() => Moment switch
        {
            null or "step" => new KillInStep(null),
            _ when Step(Moment, "step-") is { } weight => new KillInStep(weight),
            _ when Step(Moment, "baking-") is { } weight => new KillInBake(weight),
            _ when Step(Moment, "") is { } weight => new KillInStep(weight),
            _ => KillInState.Find(Moment) ?? throw Wrong($"what stands behind '@' is {KillMoment.Allowed}"),
        };

        private static int? Step(string moment, string prefix) =>
            moment.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(moment[prefix.Length..].TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            && weight is >= 1 and <= 100
                ? weight
                : null;

        private ReleaseFailure Wrong(string why) => ReleaseFailure.FaultMisread(Text, Kind.Form, why);
    }
}
