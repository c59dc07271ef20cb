using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Loopback;

namespace ReleaseInfra.Rehearsal.Blobs.Http;

/// <summary>A request from its arrival to its answer.</summary>
internal sealed class BlobPipeline(
    IReadOnlyList<BlobCall> calls, BearerToken token, ArmFaults faults, TimeProvider time, CancellationToken stopping)
{
    private const string Version = "x-ms-version";

    public async Task HandleAsync(HttpContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var request = new BlobRequest(context.Request, ends.Token);
            if (await AnswerAsync(context.Request, request, ends.Token) is { } answer)
                await WriteAsync(context.Response, request, answer, ends.Token);
            else
                BrokenConnection.Reset(context);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    /// <returns>Null where the connection is reset instead.</returns>
    private async Task<BlobAnswer?> AnswerAsync(HttpRequest http, BlobRequest request, CancellationToken cancellation)
    {
        var authorization = http.Headers.Authorization.ToString();
        if (!token.Fits(authorization))
            return BlobErrors.Unauthorized(hasToken: authorization.Length > 0);
        try
        {
            // A token is taken only by versions that know of tokens.
            request.RequiredHeader(Version);
            var call = calls.FirstOrDefault(call => call.Fits(request)) ?? throw BlobErrors.NotServed(request.Method);
            var fault = faults.Next(new FaultSite(call.Name, request.Method, request.Path, Filter: ""));
            if (fault is { Fault: Slow slow })
                await Task.Delay(slow.By, time, cancellation);
            if (fault is { AfterEffect: false, Fault: not Slow })
                return BlobFaultAnswers.Of(fault.Fault);
            var answer = await call.AnswerAsync(request);
            return fault is { Fault: not Slow } ? BlobFaultAnswers.Of(fault.Fault) : answer;
        }
        catch (BlobRefusedException refused)
        {
            return refused.Answer;
        }
    }

    private async Task WriteAsync(HttpResponse response, BlobRequest request, BlobAnswer answer, CancellationToken cancellation)
    {
        response.StatusCode = answer.Status;
        response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        if (request.Header(Version) is { } version)
            response.Headers[Version] = version;
        if (request.Header("x-ms-client-request-id") is { } client)
            response.Headers["x-ms-client-request-id"] = client;
        response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        response.ContentLength = answer.Content.Length;
        if (answer.ContentType is not { } type)
            return;
        response.ContentType = type;
        await response.Body.WriteAsync(answer.Content.AsMemory(), cancellation);
    }
}
