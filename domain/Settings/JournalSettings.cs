namespace ReleaseInfra.Domain.Settings;

/// <summary>Where a stack's releases are written down, by whoever releases to Azure.</summary>
public abstract record JournalSettings
{
    private protected JournalSettings()
    {
    }
}

/// <summary>In the workspace, where one machine alone sees them.</summary>
public sealed record FileJournalSettings : JournalSettings;

/// <param name="Container">As in <c>https://shopjournals.blob.core.windows.net/releases</c>.</param>
public sealed record BlobJournalSettings(Uri Container) : JournalSettings;
