namespace ReleaseInfra.Domain.Gates.Rules;

public abstract record HealthAnswer
{
    private protected HealthAnswer()
    {
    }
}

/// <param name="Status">HTTP.</param>
public sealed record HealthAnswered(int Status) : HealthAnswer;

/// <summary>Unresponsive: refused, reset or timed out.</summary>
public sealed record HealthUnanswered(TimeSpan After, string Why) : HealthAnswer;

public static class HealthRule
{
    public static Verdict Judge(HealthAnswer answer) => answer switch
    {
        HealthAnswered { Status: >= 200 and < 300 } answered => Verdict.Passed($"The health check answered {answered.Status}."),
        HealthAnswered answered => Verdict.Failed($"The health check answered {answered.Status}, not 200 to 299."),
        HealthUnanswered unanswered => Verdict.Failed(
            $"The health check was not answered within {unanswered.After.TotalSeconds:0.#} s: {unanswered.Why}."),
        _ => throw new ArgumentException($"Unknown answer {answer.GetType().Name}.", nameof(answer)),
    };
}
