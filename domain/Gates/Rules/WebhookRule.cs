namespace ReleaseInfra.Domain.Gates.Rules;

/// <summary>What somebody else's gate said.</summary>
/// <param name="Outcome">Never <see cref="Outcome.Errored"/>: a gate that cannot tell is inconclusive.</param>
/// <param name="Message">In its own words; empty for none.</param>
public sealed record WebhookAnswer(string Gate, Outcome Outcome, string Message);

public static class WebhookRule
{
    public static Verdict Judge(WebhookAnswer answer)
    {
        var said = answer.Message.Length == 0 ? "." : $": {answer.Message}";
        return answer.Outcome switch
        {
            Outcome.Passed => Verdict.Passed($"{answer.Gate} says passed{said}"),
            Outcome.Failed => Verdict.Failed($"{answer.Gate} says failed{said}"),
            Outcome.Inconclusive => Verdict.Inconclusive($"{answer.Gate} says inconclusive{said}"),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.Outcome, "A gate says passed, failed or inconclusive."),
        };
    }
}
