using System.Text.Json;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>What was measured, and the limits that it was held against.</summary>
internal static class NumbersFormat
{
    public static readonly KindFormats<HealthAnswer> Answers = new KindFormats<HealthAnswer>("answer", "answer to a health check")
        .With<HealthAnswered>(
            "answered",
            (writer, answered) => writer.WriteNumber("status", answered.Status),
            answer => new HealthAnswered(answer.Whole("status")))
        .With<HealthUnanswered>(
            "unanswered",
            (writer, unanswered) =>
            {
                writer.WriteDuration("after", unanswered.After);
                writer.WriteString("why", unanswered.Why);
            },
            answer => new HealthUnanswered(answer.Duration("after"), answer.Text("why")));

    public static readonly KindFormats<GateNumbers> Kinds = new KindFormats<GateNumbers>("of", "kind of measurement")
        .With<HealthNumbers>(
            "health",
            (writer, health) => Answers.Write(writer, health.Answer),
            numbers => new HealthNumbers(Answers.Read(numbers)))
        .With<UnresponsiveNumbers>(
            "tries",
            (writer, tries) => writer.WriteEach("tries", tries.Tries, answer => Answers.Write(writer, answer)),
            numbers => new UnresponsiveNumbers([.. numbers.Each("tries").Select(Answers.Read)]))
        .With<ErrorRateNumbers>(
            "error rate",
            (writer, errors) =>
            {
                TallyFormat.Write(writer, "asked", errors.Requests);
                writer.WriteNumber("limitPercent", errors.LimitPercent);
                WriteFloor(writer, errors.Floor);
            },
            numbers => new ErrorRateNumbers(TallyFormat.Read(numbers, "asked"), numbers.GetProperty("limitPercent").GetDecimal(), ReadFloor(numbers)))
        .With<LatencyNumbers>(
            "latency",
            (writer, latency) =>
            {
                writer.WriteNumber("percentile", latency.Sample.Percentile);
                writer.WriteReal("milliseconds", latency.Sample.Milliseconds);
                writer.WriteNumber("requests", latency.Sample.Requests);
                writer.WriteNumber("limitMilliseconds", latency.LimitMilliseconds);
                WriteFloor(writer, latency.Floor);
            },
            numbers => new LatencyNumbers(
                new LatencySample(numbers.Whole("percentile"), numbers.Real("milliseconds"), numbers.Count("requests")),
                numbers.Whole("limitMilliseconds"),
                ReadFloor(numbers)))
        .With<LevelNumbers>(
            "level",
            (writer, level) =>
            {
                writer.WriteString("name", level.Level.Name);
                writer.WriteReal("value", level.Level.Value);
                writer.WriteString("unit", level.Level.Unit);
                writer.WriteReal("limit", level.Limit);
            },
            numbers => new LevelNumbers(
                new Level(numbers.Text("name"), numbers.Real("value"), numbers.Text("unit")), numbers.Real("limit")))
        .With<SmokeNumbers>("smoke", SmokeFormat.Write, SmokeFormat.Read)
        .With<OldAndNew>(
            "old and new",
            WriteRegression,
            numbers => new OldAndNew(
                TallyFormat.Read(numbers, "old"), TallyFormat.Read(numbers, "new"), numbers.Flag("renews"), ReadTerms(numbers), ReadFloor(numbers)))
        .With<BaselineAndNew>(
            "baseline and new",
            (writer, regression) =>
            {
                TallyFormat.Write(writer, "baseline", regression.Baseline);
                WriteRegression(writer, regression);
            },
            numbers => new BaselineAndNew(
                TallyFormat.Read(numbers, "old"),
                TallyFormat.Read(numbers, "baseline"),
                TallyFormat.Read(numbers, "new"),
                numbers.Flag("renews"),
                ReadTerms(numbers),
                ReadFloor(numbers)))
        .With<GivenVerdict>(
            "given verdict",
            (writer, given) => VerdictFormat.Write(writer, given.Verdict),
            numbers => new GivenVerdict(VerdictFormat.Read(numbers)));

    private static void WriteRegression(Utf8JsonWriter writer, RegressionNumbers regression)
    {
        TallyFormat.Write(writer, "old", regression.Old);
        TallyFormat.Write(writer, "new", regression.New);
        writer.WriteBoolean("renews", regression.Renews);
        writer.WriteNumber("alpha", regression.Terms.Alpha);
        writer.WriteNumber("tolerance", regression.Terms.Tolerance);
        WriteFloor(writer, regression.Floor);
    }

    private static RegressionTerms ReadTerms(JsonElement numbers) => new(numbers.Real("alpha"), numbers.Real("tolerance"));

    private static void WriteFloor(Utf8JsonWriter writer, EvidenceFloor floor) => FloorFormat.Write(writer, "floor", floor);

    private static EvidenceFloor ReadFloor(JsonElement numbers) => FloorFormat.Read(numbers.GetProperty("floor"));
}
