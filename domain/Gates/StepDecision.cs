namespace ReleaseInfra.Domain.Gates;

/// <summary>What becomes of a step whose gates are measured.</summary>
public abstract record StepDecision
{
    private protected StepDecision()
    {
    }

    /// <param name="joint">Of all gates, if there were no more time.</param>
    /// <param name="measured">How long they were measured.</param>
    /// <param name="least">Before which nothing passes: the bake.</param>
    /// <param name="most">After which nothing is waited for.</param>
    public static StepDecision Of(Verdict joint, TimeSpan measured, TimeSpan least, TimeSpan most)
    {
        if (joint.Outcome == Outcome.Failed)
            return new StepFailed(joint.Message);
        if (joint.Outcome == Outcome.Passed && measured >= least)
            return new StepPassed();
        return measured >= most ? new StepUnproved(joint.Message) : new MeasureOn();
    }
}

public sealed record MeasureOn : StepDecision;

public sealed record StepPassed : StepDecision;

public sealed record StepFailed(string Message) : StepDecision;

/// <summary>There was no more time to wait for what is missing.</summary>
public sealed record StepUnproved(string Message) : StepDecision;
