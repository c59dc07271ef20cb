namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>What a release would have come to by other limits, as far as its journal can tell.</summary>
public abstract record Hindsight
{
    private protected Hindsight()
    {
    }
}

/// <summary>No measurement and no verdict is recorded.</summary>
public sealed record NothingJudged : Hindsight;

/// <summary>No verdict would have had another consequence.</summary>
/// <param name="Decisions">How many were judged again; at least 1.</param>
/// <param name="Otherwise">How many of them would have had another outcome.</param>
public sealed record SameCourse(int Decisions, int Otherwise) : Hindsight;

/// <summary>It would have gone another way. What was recorded from there on is of the release as it was, and says nothing of that way.</summary>
/// <param name="Number">Of the first record from which nothing is known.</param>
/// <param name="Said">What the gate would have said, as in <c>error rate of web failed: ...</c>.</param>
public abstract record OtherCourse(int Number, DateTimeOffset At, string Said) : Hindsight;

/// <param name="Earlier">Than it turned back; null where it did not.</param>
public sealed record WouldHaveGoneBack(int Number, DateTimeOffset At, string Said, TimeSpan? Earlier) : OtherCourse(Number, At, Said);

public sealed record WouldNotHaveGoneBack(int Number, DateTimeOffset At, string Said) : OtherCourse(Number, At, Said);

/// <summary>A gate would have ended without a verdict to go on by.</summary>
public sealed record WouldHaveBeenHeld(int Number, DateTimeOffset At, string Said) : OtherCourse(Number, At, Said);

public sealed record WouldNotHaveBeenHeld(int Number, DateTimeOffset At, string Said) : OtherCourse(Number, At, Said);

/// <summary>A gate would not have been decided yet, and what it would have measured is not recorded.</summary>
public sealed record WouldHaveMeasuredOn(int Number, DateTimeOffset At, string Said) : OtherCourse(Number, At, Said);

/// <summary>A measurement would have failed, or not, and what its gate makes of one failure was never recorded.</summary>
public sealed record CannotBeTold(int Number, DateTimeOffset At, string Said) : OtherCourse(Number, At, Said);
