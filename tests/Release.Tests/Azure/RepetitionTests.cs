using System.Text;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class RepetitionTests
{
    [TestCase(200, null, false, false)]
    [TestCase(400, "BadRequest", false, false)]
    [TestCase(401, "InvalidAuthenticationToken", false, false)]
    [TestCase(403, "AuthorizationFailed", false, false)]
    [TestCase(404, "ResourceNotFound", false, false)]
    [TestCase(408, null, true, false)]
    [TestCase(409, "Conflict", false, false)]
    [TestCase(409, "ContainerAppOperationInProgress", true, true)]
    [TestCase(409, "AnotherOperationInProgress", true, true)]
    [TestCase(409, "ServerIsBusy", true, true)]
    [TestCase(429, "TooManyRequests", true, true)]
    [TestCase(500, "InternalServerError", true, false)]
    [TestCase(501, null, false, false)]
    [TestCase(502, null, true, false)]
    [TestCase(503, "ServiceUnavailable", true, false)]
    [TestCase(504, "GatewayTimeout", true, false)]
    public void IsWorthwhile_ByStatusAndCode(int status, string? code, bool repeatable, bool once)
    {
        var answer = Answer(status, code, retryAfter: null);

        Assert.That(Repetition.IsWorthwhile(Call(AzureRequest.Post("/x", "1")), answer), Is.EqualTo(repeatable));
        Assert.That(Repetition.IsWorthwhile(Call(AzureRequest.PostOnce("/x", "1")), answer), Is.EqualTo(once));
    }

    [TestCase(119, true)]
    [TestCase(120, false)]
    public void IsWorthwhile_WhereTheWaitFits(int seconds, bool expected) => Assert.That(
        Repetition.IsWorthwhile(Call(AzureRequest.Get("/x", "1")), Answer(429, null, TimeSpan.FromSeconds(seconds))), Is.EqualTo(expected));

    [TestCase(true, true, true)]
    [TestCase(true, false, true)]
    [TestCase(false, true, false)]
    [TestCase(false, false, true)]
    public void IsWorthwhile_AfterALostAttempt(bool repeatable, bool mayHaveArrived, bool expected)
    {
        var request = AzureRequest.Post("/x", "1") with { IsRepeatable = repeatable };

        Assert.That(
            Repetition.IsWorthwhile(Call(request), new LostAttempt("lost.", mayHaveArrived, new IOException("lost"))), Is.EqualTo(expected));
    }

    /// <summary>With the two minutes that a call has by default.</summary>
    private static CallProgress Call(AzureRequest request) => new(request, new ManualTime());

    private static AzureAnswer Answer(int status, string? code, TimeSpan? retryAfter) => new(
        new AzureCallName("POST", "/x", "id"),
        status,
        code is null ? default(ReadOnlyMemory<byte>) : Encoding.UTF8.GetBytes($$"""{"error":{"message":"m","code":"{{code}}"} }"""),
        "request",
        retryAfter,
        null,
        null,
        null);
}
