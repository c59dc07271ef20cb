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
            JudgeImages(facts, findings);
        }

        JudgeSecrets(facts, findings);
        JudgeSchema(facts, findings);
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

    private static void JudgeImages(RollbackFacts facts, ProofFindings findings)
    {
        if (facts.Images is [])
            findings.Doubt($"Azure names no image of {facts.Target}.");
        foreach (var image in facts.Images)
        {
            if (findings.Take(
                image.Digest,
                $"The image {image.Reference} is no longer in its registry.",
                $"Whether the image {image.Reference} can still be pulled is not known") is { } digest)
            {
                findings.Prove($"The image {image.Reference} is in its registry as {digest}.");
            }
        }
    }

    private static void JudgeSecrets(RollbackFacts facts, ProofFindings findings)
    {
        foreach (var secret in facts.Secrets)
        {
            var name = secret.Version is { } version ? $"Version {version} of secret {secret.Name}" : $"Secret {secret.Name}";
            if (findings.Take(
                secret.Present, $"{name} is not in the vault, or is disabled.", $"{name} could not be looked for") is { } present)
            {
                findings.Hold(
                    secret.Version is null || secret.Version == present,
                    $"{name} is in the vault.",
                    $"{name} was looked for, and version {present} was found.");
            }
        }
    }

    private static void JudgeSchema(RollbackFacts facts, ProofFindings findings)
    {
        switch (findings.Take(
            facts.Schema,
            $"The schema that {facts.Target} would find does not exist.",
            $"Whether {facts.Target} works with the schema as it will be is not known"))
        {
            case SchemaUnchanged:
                findings.Prove("The release does not change the schema.");
                break;
            case SchemaTolerated tolerated:
                findings.Prove($"{facts.Target} works with the schema as it will be, says {tolerated.By}.");
                break;
            case SchemaNotTolerated refused:
                findings.Hold(false, "", $"{facts.Target} does not work with the schema as it will be, says {refused.By}.");
                break;
        }
    }
}
