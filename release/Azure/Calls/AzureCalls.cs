using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Polly;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Makes calls at one endpoint until they are answered for good, or their deadline passes.</summary>
internal sealed class AzureCalls(Uri endpoint, HttpPipeline pipeline, TimeProvider time)
{
    private readonly ResiliencePipeline<AzureAnswer> _attempts = AttemptStrategy.Of(time);

    /// <summary>An answer of success.</summary>
    /// <exception cref="AzureFailure">Azure refused, or could not be reached, or nobody knows.</exception>
    public async Task<AzureAnswer> SendAsync(AzureRequest request, CancellationToken cancellation)
    {
        var name = new AzureCallName(request.Method, request.Path, Guid.NewGuid().ToString());
        var call = new CallProgress(request, time);
        using var deadline = new CancellationTokenSource(request.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        var context = ResilienceContextPool.Shared.Get(either.Token);
        context.Properties.Set(AttemptStrategy.Call, call);
        try
        {
            var answer = await _attempts.ExecuteAsync(
                (attempt, state) => state.Calls.AttemptAsync(state.Name, state.Call, attempt.CancellationToken),
                context,
                (Calls: this, Name: name, Call: call));
            return answer.IsSuccess ? answer : throw Refused(call, answer);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            throw TooLate(name, call);
        }
        catch (AuthenticationFailedException exception)
        {
            throw AzureAccessDenied.NoCredential(name, exception);
        }
        catch (Exception exception) when (LostAttempt.Of(exception) is { } loss)
        {
            throw Lost(name, call, loss.Message, exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>An address that Azure gave to go on at.</summary>
    /// <exception cref="AzureUnexpectedAnswer">It leads elsewhere, where our token must not go.</exception>
    public Uri AddressOf(AzureCallName call, string address) =>
        Uri.TryCreate(endpoint, address, out var found)
        && found.Scheme == Uri.UriSchemeHttps
        && (found.Authority == endpoint.Authority || found.Host.EndsWith($".{endpoint.Host}", StringComparison.OrdinalIgnoreCase))
            ? found
            : throw new AzureUnexpectedAnswer(call, $"it goes on at {found?.Authority ?? "no address"}, which is not {endpoint.Host}.");

    private async ValueTask<AzureAnswer> AttemptAsync(AzureCallName name, CallProgress call, CancellationToken cancellation)
    {
        using var message = pipeline.CreateMessage();
        Fill(message.Request, name, call.Request);
        call.Begin();
        await pipeline.SendAsync(message, cancellation);
        return AnswerReader.Read(name, message.Response, time.GetUtcNow());
    }

    private void Fill(Request message, AzureCallName name, AzureRequest request)
    {
        message.Method = RequestMethod.Parse(request.Method);
        message.ClientRequestId = name.ClientRequestId;
        message.Headers.Add(HttpHeader.Names.Accept, request.Accept);
        foreach (var (header, value) in request.Headers)
            message.Headers.Add(header, value);
        if (request.Address is { } address)
        {
            message.Uri.Reset(address);
        }
        else
        {
            message.Uri.Reset(endpoint);
            message.Uri.AppendPath(request.Path, escape: false);
            foreach (var (key, value) in request.Query)
                message.Uri.AppendQuery(key, value, escapeValue: true);
        }

        if (request.Body is { } body)
        {
            message.Headers.Add(HttpHeader.Names.ContentType, request.ContentType);
            message.Content = RequestContent.Create(body);
        }
        else if (!request.IsRepeatable)
        {
            // Where a connection closes without an answer, .NET sends a request again by itself, a POST too, unless it has
            // begun to send content; no bytes of content do.
            message.Content = RequestContent.Create(Array.Empty<byte>());
        }
    }

    private static AzureFailure Refused(CallProgress call, AzureAnswer answer) =>
        call.MayHaveHappened && answer.Status >= 500
            ? new AzureOutcomeUnknown(answer.Call, $"Azure's last word was {answer.Status} {AzureErrorBody.Of(answer).Code}.")
            : AzureErrorBody.Of(answer).Failure(answer);

    private static AzureFailure TooLate(AzureCallName name, CallProgress call)
    {
        var passed = $"{Words.Of(call.Request.Deadline)} passed.";
        if (call.MayHaveHappened)
            return new AzureOutcomeUnknown(name, passed);
        return call.LastAnswer is { } answer
            ? AzureErrorBody.Of(answer).Failure(answer)
            : new AzureUnreachable(name, call.LastLoss is { } loss ? $"{loss.Message} {passed}" : passed);
    }

    private static AzureFailure Lost(AzureCallName name, CallProgress call, string reason, Exception cause) =>
        call.MayHaveHappened ? new AzureOutcomeUnknown(name, reason, cause) : new AzureUnreachable(name, reason, cause);
}
