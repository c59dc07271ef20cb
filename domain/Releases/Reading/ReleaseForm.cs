namespace ReleaseInfra.Domain.Releases.Reading;

/// <summary>How a service can be released.</summary>
internal enum ReleaseForm
{
    /// <summary>The environment does not say; the entry's own shape decides.</summary>
    Unknown,
    BlueGreen,
    Rolling,
}
