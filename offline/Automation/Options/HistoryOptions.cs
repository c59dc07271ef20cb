namespace Pulumi.Automation;

public sealed class HistoryOptions
{
    /// <summary>From 1; 1 by default.</summary>
    public int? Page { get; set; }

    /// <summary>At least 1; everything by default.</summary>
    public int? PageSize { get; set; }

    /// <summary>Whether the configuration's secrets come in clear; they do unless this is false.</summary>
    public bool? ShowSecrets { get; set; }
}
