namespace ReleaseInfra.Domain.Proofs;

/// <summary>Whether a site's visitors could return to a version now. What is not known is never proof.</summary>
public static class SiteRollbackProof
{
    private const string Running = "Running";

    public static ProofDecision Judge(SiteRollbackFacts facts)
    {
        var findings = new ProofFindings();
        foreach (var part in facts.Parts)
            JudgePart(part, findings);
        if (findings.Take(facts.RampUp, "The site has no place for ramp-up rules.", "The ramp-up rules cannot be read") is { } rules)
            findings.Prove($"The ramp-up rules can be read: {rules}.");
        JudgeAnswer(facts, findings);
        findings.JudgeImages(facts.Target, facts.Images);
        findings.JudgeSecrets(facts.Secrets);
        findings.JudgeSchema(facts.Target, facts.Schema);
        return findings.Decide();
    }

    private static void JudgePart(SitePartFact part, ProofFindings findings)
    {
        if (findings.Take(part.State, $"There is no {part.Name}.", $"Nothing is known of {part.Name}") is { } state)
        {
            findings.Hold(
                state.Equals(Running, StringComparison.OrdinalIgnoreCase), $"{part.Name} is {Running}.", $"{part.Name} is {state}, not {Running}.");
        }
    }

    private static void JudgeAnswer(SiteRollbackFacts facts, ProofFindings findings)
    {
        if (findings.Take(facts.Answer, $"{facts.Target} does not answer.", $"Whether {facts.Target} answers is not known") is not { } answer)
            return;
        var said = $"{answer.Address} answers with {answer.Status}";
        findings.Hold(answer.Status is >= 200 and < 300, $"{said}.", $"{said}, which is no success.");
    }
}
