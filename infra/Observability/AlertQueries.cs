namespace ReleaseInfra.Infra.Observability;

/// <summary>What the log alerts measure, per service.</summary>
internal static class AlertQueries
{
    public const string ErrorRateColumn = "ErrorRatePercent";
    public const string P95Column = "P95Milliseconds";

    /// <summary>The column that tells services apart.</summary>
    public const string ServiceColumn = "AppRoleName";

    // A row stands for ItemCount requests once sampling sets in, so rows are never counted. With fewer requests than
    // this in a window, one failure would be a percentage that calls people for nothing.
    private const int FewestRequests = 20;

    public static string ErrorRate { get; } =
        $"""
        AppRequests
        | summarize Failed = sumif(ItemCount, Success == false), Requests = sum(ItemCount) by {ServiceColumn}
        | where Requests >= {FewestRequests}
        | extend {ErrorRateColumn} = 100.0 * Failed / Requests
        """.ReplaceLineEndings("\n");

    public static string P95 { get; } =
        $"""
        AppRequests
        | summarize {P95Column} = percentilew(DurationMs, ItemCount, 95), Requests = sum(ItemCount) by {ServiceColumn}
        | where Requests >= {FewestRequests}
        """.ReplaceLineEndings("\n");
}
