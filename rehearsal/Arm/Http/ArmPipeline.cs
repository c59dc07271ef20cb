using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Loopback;

namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>A request from its arrival to its answer.</summary>
internal sealed partial class ArmPipeline(
    IReadOnlyList<ArmCall> calls, BearerToken token, ArmFaults faults, Throttle throttle, TimeProvider time, CancellationToken stopping)
{
    private readonly ArmRouter _router = new(calls);

    public async Task HandleAsync(HttpContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        Correlation.Add(context, time.GetUtcNow());
        try
        {
            if (await AnswerAsync(context, ends.Token) is { } answer)
                await WriteAsync(context.Response, answer, ends.Token);
            else
                BrokenConnection.Reset(context);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    /// <returns>Null where the connection is reset instead.</returns>
    private async Task<ArmAnswer?> AnswerAsync(HttpContext context, CancellationToken cancellation)
    {
        try
        {
            Authenticate(context.Request);
            var (call, values) = _router.Find(context.Request.Method, context.Request.Path.Value ?? "");
            var request = new ArmRequest(context.Request, values, cancellation);
            var fault = faults.Next(new FaultSite(call.Name, context.Request.Method, request.Path, request.Query("$filter") ?? ""));
            if (fault is { Fault: Slow slow })
                await Task.Delay(slow.By, time, cancellation);
            if (fault is { AfterEffect: false, Fault: Meanwhile before })
                await before.Act(cancellation);
            if (fault is { AfterEffect: false, Fault.NeedsAnswer: false })
                return FaultAnswers.Of(fault.Fault);

            var answer = await ServeAsync(context.Response, call, request);
            if (fault is { AfterEffect: true, Fault: Meanwhile behind })
                await behind.Act(cancellation);
            return fault is null ? answer : FaultAnswers.InPlaceOf(answer, fault.Fault);
        }
        catch (ArmRefusal refusal)
        {
            return refusal.Answer;
        }
        catch (AzureException refused)
        {
            return ArmErrors.Of(refused.Error);
        }
        catch (RehearsalException unknown)
        {
            return ArmErrors.InvalidContent(unknown.Message);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            // Kestrel would answer 500 with nothing at all; what went wrong here is this program's defect and no secret of Azure's.
            return ArmErrors.Of(500, "InternalServerError", $"{unexpected.GetType().Name}: {unexpected.Message}");
        }
    }

    private async Task<ArmAnswer> ServeAsync(HttpResponse response, ArmCall call, ArmRequest request)
    {
        if (call.IsResourceManager)
        {
            if (request.ApiVersion.Length == 0)
                return ArmErrors.MissingApiVersion();
            if (!VersionForm().IsMatch(request.ApiVersion))
                return ArmErrors.InvalidApiVersion(request.ApiVersion);

            var (header, left) = throttle.Take(call.Method);
            response.Headers[header] = left.ToString(CultureInfo.InvariantCulture);
        }

        return await call.AnswerAsync(request);
    }

    private void Authenticate(HttpRequest request)
    {
        if (_router.TakesOwnLogin(request.Method, request.Path.Value ?? ""))
            return;

        var authorization = request.Headers.Authorization.ToString();
        if (!token.Fits(authorization))
            throw new ArmRefusal(ArmErrors.Unauthorized(hasToken: authorization.Length > 0));
    }

    private static async Task WriteAsync(HttpResponse response, ArmAnswer answer, CancellationToken cancellation)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;

        if (answer is JsonAnswer json)
        {
            response.ContentType = "application/json; charset=utf-8";
            using var content = new MemoryStream();
            await using (var writer = new Utf8JsonWriter(content))
                json.Body.WriteTo(writer);
            response.ContentLength = content.Length;
            content.Position = 0;
            await content.CopyToAsync(response.Body, cancellation);
        }
        else if (answer.Status != StatusCodes.Status204NoContent)
        {
            response.ContentLength = 0;
        }
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(-[a-z]+)?$")]
    private static partial Regex VersionForm();
}
