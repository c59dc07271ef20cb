namespace ReleaseInfra.Domain.Traffic;

public abstract record ShareDecision
{
    private protected ShareDecision()
    {
    }
}

/// <summary>The requests go where the weight says, and no longer where they went before.</summary>
public sealed record ShareAgrees(string Message) : ShareDecision;

/// <summary>The requests do not go where the weight says: it did not take effect, or somebody changed it.</summary>
public sealed record ShareDiffers(string Message) : ShareDecision;

/// <summary>Too few requests to tell the weight from the one before.</summary>
/// <param name="Requests">As many, about, can tell.</param>
public sealed record ShareUnknown(string Message, long Requests) : ShareDecision;
