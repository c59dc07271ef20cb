namespace ReleaseInfra.Domain.Proofs;

/// <summary>Whether traffic could return to a revision now. What is not known is never proof.</summary>
public static class RollbackProof
{
    public static ProofDecision Judge(RollbackFacts facts)
    {
        var findings = new ProofFindings();
        JudgeMode(facts, findings);
        if (findings.Take(
            facts.Revision, $"There is no revision {facts.Target}.", $"Nothing is known of revision {facts.Target}") is { } revision)
        {
            JudgeRevision(facts, revision, findings);
            JudgeReplicas(facts, findings);
            findings.JudgeImages(facts.Target, facts.Images);
        }

        findings.JudgeSecrets(facts.Secrets);
        findings.JudgeSchema(facts.Target, facts.Schema);
        return findings.Decide();
    }

    private static void JudgeMode(RollbackFacts facts, ProofFindings findings)
    {
        if (findings.Take(facts.Mode, "There is no such app.", "The app's revision mode is not known") is not { } mode)
            return;
        findings.Hold(
            mode.Equals("Multiple", StringComparison.OrdinalIgnoreCase),
            "The app is in mode 'Multiple'.",
            $"The app is in mode '{mode}', and traffic returns to a revision in mode 'Multiple' only.");
    }

    private static void JudgeRevision(RollbackFacts facts, RevisionFacts revision, ProofFindings findings)
    {
        findings.Hold(revision.Active, $"{facts.Target} is active.", $"{facts.Target} is not active.");
        JudgeWord(facts.Target, "Healthy", revision.Health, findings);
        JudgeWord(facts.Target, "Provisioned", revision.Provisioning, findings);
    }

    private static void JudgeWord(string target, string expected, string? word, ProofFindings findings)
    {
        if (word is null)
            findings.Doubt($"Azure does not say whether {target} is {expected}.");
        else
            findings.Hold(
                word.Equals(expected, StringComparison.OrdinalIgnoreCase), $"{target} is {expected}.", $"{target} is {word}, not {expected}.");
    }

    private static void JudgeReplicas(RollbackFacts facts, ProofFindings findings)
    {
        var ready = findings.TakeCount(
            facts.ReadyReplicas, $"{facts.Target} has no replicas.", $"How many replicas of {facts.Target} are ready is not known");
        var need = findings.Take(
            facts.Need, $"Nobody says how many replicas {facts.Target} needs.", $"How many replicas all traffic needs is not known");
        if (ready is null || need is null)
            return;
        var measured = $"{facts.Target} has {ready} ready replicas, and all traffic needs {need.Replicas} ({need.Because}).";
        findings.Hold(ready >= need.Replicas, measured, measured);
    }
}
