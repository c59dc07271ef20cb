using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Proofs;

/// <summary>What a version needs wherever it runs: its image, its secrets, and a schema that it works with.</summary>
internal static class VersionJudgement
{
    extension(ProofFindings findings)
    {
        public void JudgeImages(string target, ImmutableArray<ImageFact> images)
        {
            if (images is [])
                findings.Doubt($"Azure names no image of {target}.");
            foreach (var image in images)
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

        public void JudgeSecrets(ImmutableArray<SecretFact> secrets)
        {
            foreach (var secret in secrets)
            {
                var name = secret.Version is { } version ? $"Version {version} of secret {secret.Name}" : $"Secret {secret.Name}";
                if (findings.Take(
                    secret.Present,
                    $"{name} is not in the vault, or is disabled or outside of its dates.",
                    $"{name} could not be looked for") is { } present)
                {
                    findings.Hold(
                        secret.Version is null || secret.Version == present,
                        $"{name} is in the vault.",
                        $"{name} was looked for, and version {present} was found.");
                }
            }
        }

        public void JudgeSchema(string target, Fact<SchemaStanding> schema)
        {
            switch (findings.Take(
                schema,
                $"The schema that {target} would find does not exist.",
                $"Whether {target} works with the schema as it will be is not known"))
            {
                case SchemaUnchanged:
                    findings.Prove("The release does not change the schema.");
                    break;
                case SchemaTolerated tolerated:
                    findings.Prove($"{target} works with the schema as it will be, says {tolerated.By}.");
                    break;
                case SchemaNotTolerated refused:
                    findings.Hold(false, "", $"{target} does not work with the schema as it will be, says {refused.By}.");
                    break;
            }
        }
    }
}
