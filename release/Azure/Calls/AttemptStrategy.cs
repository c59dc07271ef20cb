using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>How often and how long a call is attempted. Azure.Core's own policy waits by the machine's clock only.</summary>
internal static class AttemptStrategy
{
    public static readonly ResiliencePropertyKey<CallProgress> Call = new("call");

    /// <summary>Of one attempt; the longest that Azure documents for an answer is a query's three minutes, which says so itself.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(100);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    public static ResiliencePipeline<AzureAnswer> Of(TimeProvider time) =>
        new ResiliencePipelineBuilder<AzureAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<AzureAnswer>
            {
                // The call's deadline ends it, not a number.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthwhile(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = AttemptTimeout })
            .Build();

    private static bool IsWorthwhile(RetryPredicateArguments<AzureAnswer> arguments)
    {
        var call = arguments.Context.Properties.GetValue(Call, null!);
        if (arguments.Outcome.Result is { } answer)
        {
            call.End(answer);
            return Repetition.IsWorthwhile(call, answer);
        }

        if (arguments.Outcome.Exception is not { } exception || LostAttempt.Of(exception) is not { } loss)
            return false;
        call.End(loss);
        return Repetition.IsWorthwhile(call, loss);
    }
}
