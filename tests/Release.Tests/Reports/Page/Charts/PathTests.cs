using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page.Charts;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Tests.Support.Journals;
using Path = ReleaseInfra.Cli.Reports.Page.Charts.Path;

namespace ReleaseInfra.Release.Tests.Reports.Page.Charts;

/// <summary>Over ten minutes, 1000 wide; from 0 at 70 to 100 at 2.</summary>
public sealed class PathTests
{
    private static readonly TimeScale Time = TimeScale.Of(Beginnings.Noon, Beginnings.Noon.AddMinutes(10), []);
    private static readonly ValueScale Scale = new(100, 72);

    [Test]
    public void Area_HoldsEachValueUntilTheNext() =>
        Assert.That(Path.Area(Samples((0, 0), (2, 10), (5, 100)), Time, Scale), Is.EqualTo("M0 70H0V70H200V63.2H500V2H1000V70Z"));

    [Test]
    public void Stepped_GoesOnToTheEnd() =>
        Assert.That(Path.Stepped(Samples((2, 50), (4, 0)), Time, Scale), Is.EqualTo("M200 36H200V36H400V70H1000"));

    [Test]
    public void Line_GoesThroughWhatWasMeasured() =>
        Assert.That(Path.Line(Samples((1, 0), (2, 50), (3, 100)), Time, Scale), Is.EqualTo("M100 70L200 36L300 2"));

    [Test]
    public void Line_BreaksWhereNothingWasMeasuredForLong() =>
        Assert.That(Path.Line(Samples((1, 0), (2, 0), (3, 0), (8, 0)), Time, Scale), Is.EqualTo("M100 70L200 70L300 70M800 70m-4 0h8"));

    [Test]
    public void Line_OfOneMeasurement_IsADash() =>
        Assert.That(Path.Line(Samples((5, 50)), Time, Scale), Is.EqualTo("M500 36m-4 0h8"));

    [Test]
    public void Nothing_IsNotDrawn() => Assert.That(
        (Path.Area([], Time, Scale), Path.Stepped([], Time, Scale), Path.Line([], Time, Scale)), Is.EqualTo(("", "", "")));

    private static ImmutableArray<Sample> Samples(params (int Minutes, double Value)[] samples) =>
        [.. samples.Select(sample => new Sample(Beginnings.Noon.AddMinutes(sample.Minutes), sample.Value))];
}
