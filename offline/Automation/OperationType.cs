namespace Pulumi.Automation;

/// <summary>What the engine does with one resource.</summary>
public enum OperationType
{
    /// <summary>Of a newer executable.</summary>
    Unknown = -1,
    Same = 0,
    Create = 1,
    Update = 2,
    Delete = 3,
    Replace = 4,
    CreateReplacement = 5,
    DeleteReplaced = 6,
    Read = 7,
    ReadReplacement = 8,
    Refresh = 9,
    ReadDiscard = 10,
    DiscardReplaced = 11,
    RemovePendingReplace = 12,
    Import = 13,
    ImportReplacement = 14,
}
