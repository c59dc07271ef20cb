namespace ReleaseInfra.Domain.Proofs;

/// <summary>Whether a version could be started again now in place of its successor. What is not known is never proof.</summary>
public static class InPlaceRollbackProof
{
    public static ProofDecision Judge(InPlaceRollbackFacts facts)
    {
        var findings = new ProofFindings();
        findings.JudgeImages(facts.Target, facts.Images);
        findings.JudgeSecrets(facts.Secrets);
        findings.JudgeSchema(facts.Target, facts.Schema);
        return findings.Decide();
    }
}
