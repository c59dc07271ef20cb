namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Which attempts are worth another.</summary>
internal static class Repetition
{
    /// <summary>Azure's words for "not now, something else is under way": the call was not taken.</summary>
    private static readonly string[] Busy =
    [
        "ContainerAppOperationInProgress",
        "AnotherOperationInProgress",
        "RetryableErrorDueToAnotherOperation",
        "ServerIsBusy",
    ];

    public static bool IsWorthwhile(CallProgress call, AzureAnswer answer) => answer.Status switch
    {
        // Not taken, so it is safe for every call.
        429 => Fits(call, answer),
        409 => Fits(call, answer) && Busy.Contains(AzureErrorBody.Of(answer).Code),
        // Taken or not: nobody knows.
        408 or 500 or 502 or 503 or 504 => call.Request.IsRepeatable && Fits(call, answer),
        _ => false,
    };

    public static bool IsWorthwhile(CallProgress call, LostAttempt loss) => call.Request.IsRepeatable || !loss.MayHaveArrived;

    /// <summary>A wait that ends after the deadline is not begun: its outcome is known now.</summary>
    private static bool Fits(CallProgress call, AzureAnswer answer) => (answer.RetryAfter ?? TimeSpan.Zero) < call.Left;
}
