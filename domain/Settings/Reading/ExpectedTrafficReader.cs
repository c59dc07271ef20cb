using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>What a plan is made with: what services are asked, and what must not pass unseen.</summary>
internal static class ExpectedTrafficReader
{
    private static readonly Key<decimal> RequestsPerSecond = new("requestsPerSecond", Form.Decimal(0, 1_000_000));
    private static readonly Key<decimal> UsualErrors = new("errorRatePercent", Form.Decimal(0, 100));

    private static readonly Key<decimal> WorseErrors = new("errorRatePercent", Form.Decimal(0.01m, 100));
    private static readonly Key<decimal> AlphaPercent =
        new Key<decimal>("alphaPercent", Form.Decimal(0.1m, 20)).Or(RegressionSettings.Usual.AlphaPercent);

    private static readonly Key<int> ChancePercent = new("chancePercent", Form.Whole(50, 99));

    public static readonly EntriesKey Expected =
        new EntriesKey("expected", Texts.Any, new KeyTable(RequestsPerSecond, UsualErrors)) { Required = false };

    public static readonly SectionKey Regression =
        new SectionKey("regression", new KeyTable(WorseErrors, ChancePercent, AlphaPercent)).Optional();

    public static ImmutableSortedDictionary<string, ExpectedTrafficSettings> Read(Section rollout) => rollout.Open(Expected)
        .ToImmutableSortedDictionary(
            entry => entry.Name,
            entry => new ExpectedTrafficSettings(entry.Section.Read(RequestsPerSecond), entry.Section.Read(UsualErrors)),
            StringComparer.Ordinal);

    public static RegressionSettings ReadRegression(Section rollout) => rollout.Open(Regression) is { } section
        ? new RegressionSettings(section.Read(WorseErrors), section.Read(ChancePercent), section.Read(AlphaPercent))
        : RegressionSettings.Usual;
}
