using ReleaseInfra.Rehearsal.Arm.Http;

namespace ReleaseInfra.Rehearsal.Arm;

/// <summary>What the served calls work on.</summary>
internal sealed record ArmWorld(EmbeddedAzure Azure, ArmServerOptions Options)
{
    /// <summary>What every call needs, or a login begins with.</summary>
    public BearerToken Token { get; } = BearerToken.Draw();

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    /// <summary>A change ends with this, before it is answered.</summary>
    /// <exception cref="ArmRefusal">It took effect, and could not be kept.</exception>
    public async Task ChangedAsync(CancellationToken cancellation)
    {
        if (!Options.SaveEachChange)
            return;

        try
        {
            await Azure.SaveAsync(cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // Not 500: to say it again would not make room.
            throw new ArmRefusal(ArmErrors.Of(507, "InsufficientStorage", $"The change could not be kept: {unwritable.Message}"));
        }
    }
}
