using System.Collections.Immutable;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Journal.Replays;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Reports;

/// <summary>What other thresholds would have made of releases, and from when on nobody can know.</summary>
internal static class WhatIfText
{
    public static void Write(ImmutableArray<ReleaseInHindsight> releases, StyledWriter writer)
    {
        foreach (var release in releases)
        {
            writer.Write(Style.Heading, $"{release.Began.Id}  ");
            writer.Write(Style.Muted, StyledText.OneLine($"{release.State}; "));
            writer.WriteLine(StyleOf(release.Hindsight), Words(release.Hindsight));
            if (release.Hindsight is not OtherCourse other)
                continue;
            writer.WriteLine($"   record {other.Number}, {EntryWords.Moment(other.At)}: {StyledText.OneLine(other.Said)}");
            writer.WriteLine(Style.Muted, "   What was recorded from there on is of the release as it was: of this one nothing is known.");
        }
    }

    /// <summary>Without where and why.</summary>
    public static string Words(Hindsight hindsight) => hindsight switch
    {
        NothingJudged => "nothing was judged",
        SameCourse { Otherwise: 0 } same => $"would have gone as it did: all of {same.Decisions} decisions the same",
        SameCourse same => $"would have gone as it did: {same.Otherwise} of {same.Decisions} decisions otherwise, without consequence",
        WouldHaveGoneBack { Earlier: { } earlier } => $"would have gone back {PlanText.Of(earlier)} earlier",
        WouldHaveGoneBack => "would have gone back",
        WouldNotHaveGoneBack => "would have gone through where it went back",
        WouldHaveBeenHeld => "would have been held",
        WouldNotHaveBeenHeld => "would have gone through where it was held",
        WouldHaveMeasuredOn => "would have measured on",
        CannotBeTold => "cannot be told: what the gate makes of one failure was never recorded",
        _ => throw new ArgumentException($"Unknown hindsight {hindsight.GetType().Name}.", nameof(hindsight)),
    };

    private static Style StyleOf(Hindsight hindsight) => hindsight switch
    {
        WouldHaveGoneBack => Style.Problem,
        SameCourse or NothingJudged => Style.Plain,
        _ => Style.Changed,
    };
}
