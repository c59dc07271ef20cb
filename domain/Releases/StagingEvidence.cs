namespace ReleaseInfra.Domain.Releases;

/// <summary>What another environment says about the versions that this one may take.</summary>
public abstract record StagingEvidence
{
    private protected StagingEvidence()
    {
    }
}

/// <summary>This environment takes any version.</summary>
public sealed record NoEvidenceNeeded : StagingEvidence;

/// <param name="Release">Staging's release, as far as it is valid.</param>
public sealed record StagingRelease(ReleaseSettings Release) : StagingEvidence;

/// <summary>Staging's file is missing or broken: that proves nothing.</summary>
public sealed record StagingUnknown(string File) : StagingEvidence;
