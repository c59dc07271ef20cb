using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.Arm.ServedAzure;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

public sealed class MetricTests
{
    private static readonly string Metrics = $"{AppOf.AppId}/providers/Microsoft.Insights/metrics?metricnames=";

    [TestCase("Requests&interval=PT2M", "Detected invalid time grain input: PT2M. It takes: PT1M,PT5M,PT15M,PT30M,PT1H,PT6H,PT12H,P1D")]
    [TestCase("Requests&interval=often", "Detected invalid time grain input: often. It takes: PT1M,PT5M,PT15M,PT30M,PT1H,PT6H,PT12H,P1D")]
    [TestCase("Requests&timespan=PT1H", "The timespan 'PT1H' is invalid. It takes start/end, two ISO 8601 times of which the first is the earlier one.")]
    [TestCase("Requests&aggregation=Median", "The aggregation 'Median' is invalid. It takes: Average,Count,Maximum,Minimum,Total")]
    [TestCase("Requests&$filter=revisionName ne 'a'",
        "The filter 'revisionName ne 'a'' is invalid. It takes: name eq 'value', joined by 'and', and by 'or' for one name.")]
    [TestCase("Requests&$filter=revisionName eq 'a' or statusCode eq '200'",
        "The filter 'revisionName eq 'a' or statusCode eq '200'' is invalid. It takes: name eq 'value', joined by 'and', and by 'or' for one name.")]
    [TestCase("Requests&$filter=colour eq '*'",
        "Metric: Requests does not support requested dimension combination: colour, supported ones are: revisionName,podName,statusCodeCategory,statusCode")]
    public async Task Rejects_Question(string query, string message)
    {
        await using var served = await WireWorld.OpenAsync();

        Assert.That(await ErrorAsync(await served.SendAsync("GET", Metrics + query)), Is.EqualTo("400 BadRequest: " + message));
    }

    [Test]
    public async Task Rejects_ResourceWithoutMetrics()
    {
        await using var served = await WireWorld.OpenAsync();

        var answer = await served.SendAsync("GET", SmallAzure.Id("Microsoft.App/jobs/migrate/providers/Microsoft.Insights/metrics?metricnames=Requests"));

        Assert.That(await ErrorAsync(answer), Is.EqualTo(
            "400 BadRequest: Failed to find metric configuration for provider: Microsoft.App, resource Type: jobs, metric: Requests, Valid metrics: "));
    }

    [Test]
    public async Task Interval_GathersSamples_InWholeIntervals()
    {
        await using var served = await WireWorld.OpenAsync();

        var answer = await served.GetAsync(
            Metrics + "Requests&interval=PT5M&aggregation=Total&timespan=2026-03-02T09:02:00Z/2026-03-02T09:05:00Z");

        Assert.That(answer.GetProperty("timespan").GetString(), Is.EqualTo("2026-03-02T09:00:00Z/2026-03-02T09:05:00Z"));
        Assert.That(Series(answer)[0].GetProperty("data").GetRawText(), Is.EqualTo("""[{"timeStamp":"2026-03-02T09:00:00Z","total":196}]"""));
    }

    [TestCase("Average", """{"timeStamp":"2026-03-02T09:00:00Z","average":50}""")]
    [TestCase("Count", """{"timeStamp":"2026-03-02T09:00:00Z","count":10}""")]
    [TestCase("minimum,Maximum", """{"timeStamp":"2026-03-02T09:00:00Z","minimum":20,"maximum":140}""")]
    public async Task Aggregation(string aggregation, string point)
    {
        await using var served = await WireWorld.OpenAsync();

        var answer = await served.GetAsync(Metrics + $"ResponseTime&aggregation={aggregation}&timespan=2026-03-02T09:00:00Z/2026-03-02T09:01:00Z");

        Assert.That(Series(answer)[0].GetProperty("data")[0].GetRawText(), Is.EqualTo(point));
    }

    [Test]
    public async Task Top_KeepsTheGreatest()
    {
        await using var served = await WireWorld.OpenAsync();

        var answer = await served.GetAsync(Metrics + "Requests&top=1&$filter=revisionName eq '*'");

        Assert.That(Series(answer).Select(series => series.GetProperty("metadatavalues")[0].GetProperty("value").GetString()), Is.EqualTo(new[] { "web--v1" }));
    }

    [Test]
    public void Filter_AlternativesOfOneName()
    {
        var filter = DimensionFilter.Parse("revisionName eq '*' and (statusCodeCategory eq '4xx' or statusCodeCategory eq 'it''s')")!;

        Assert.That(filter.Terms.Select(term => term.Dimension), Is.EqualTo(new[] { "revisionName", "statusCodeCategory" }));
        Assert.That(filter.Terms[0].Values, Is.Empty);
        Assert.That(filter.Terms[1].Values, Is.EqualTo(new[] { "4xx", "it's" }));
    }

    private static System.Text.Json.JsonElement[] Series(System.Text.Json.JsonElement answer) =>
        [.. answer.GetProperty("value")[0].GetProperty("timeseries").EnumerateArray()];
}
