using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Http;

namespace ReleaseInfra.Rehearsal.Blobs.Http;

/// <summary>What a caller of storage sees of a fault.</summary>
internal static class BlobFaultAnswers
{
    /// <returns>Null where the connection breaks instead.</returns>
    public static BlobAnswer? Of(ArmFault fault) => fault switch
    {
        BlobRefusal refusal => BlobErrors.Of(refusal.Status, refusal.Code, refusal.Message),
        TooManyRequests throttled => Busy().With("Retry-After", RetryAfter.Seconds(throttled.RetryAfter)),
        ServerError => BlobErrors.Of(500, "InternalError", "The server encountered an internal error. Please retry the request."),
        Unavailable => Busy(),
        ConnectionReset => null,
        _ => throw new InvalidOperationException($"Storage has no fault {fault.GetType().Name}."),
    };

    // Storage throttles with 503, and with 429 nowhere.
    private static BlobAnswer Busy() => BlobErrors.Of(503, "ServerBusy", "The server is currently unable to receive requests. Please retry your request.");
}
