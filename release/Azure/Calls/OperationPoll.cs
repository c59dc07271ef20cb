using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Where to ask how an operation goes on, and how to read the answer.</summary>
internal abstract record OperationPoll
{
    private const int Accepted = 202;

    private protected OperationPoll()
    {
    }

    /// <summary>Null where the first answer was the last.</summary>
    /// <exception cref="AzureUnexpectedAnswer">It was accepted, and nothing says where to ask.</exception>
    public static OperationPoll? After(AzureAnswer first, AzureRequest request)
    {
        if (first.OperationAddress is { } operation)
            return new StatusPoll(operation);
        if (first is { Status: Accepted, Location: { } location })
            return new LocationPoll(location);
        if (request.Method is "PUT" or "PATCH")
            return ResourcePoll.IsEnded(first.Call, first) ? null : new ResourcePoll(request);
        return first.Status != Accepted
            ? null
            : throw new AzureUnexpectedAnswer(first.Call, "it is 202 without an address to ask at.");
    }

    /// <exception cref="AzureUnexpectedAnswer">The address leads elsewhere, where our token must not go.</exception>
    public abstract AzureRequest Request(AzureCalls calls, AzureCallName call);

    /// <exception cref="AzureOperationFailed">It ended, and not well.</exception>
    public abstract bool IsOver(AzureCallName call, AzureAnswer answer);
}

/// <summary><c>Azure-AsyncOperation</c>: an object with the operation's status.</summary>
internal sealed record StatusPoll(string Address) : OperationPoll
{
    public override AzureRequest Request(AzureCalls calls, AzureCallName call) => AzureRequest.GetAt(calls.AddressOf(call, Address));

    public override bool IsOver(AzureCallName call, AzureAnswer answer)
    {
        var root = answer.Json();
        return EndState.IsOver(call, root.Text("status"), AzureErrorBody.Of(root.Element));
    }
}

/// <summary><c>Location</c>: 202 while it goes on.</summary>
internal sealed record LocationPoll(string Address) : OperationPoll
{
    private const int Accepted = 202;

    public override AzureRequest Request(AzureCalls calls, AzureCallName call) => AzureRequest.GetAt(calls.AddressOf(call, Address));

    public override bool IsOver(AzureCallName call, AzureAnswer answer) => answer.Status != Accepted;
}

/// <summary>The resource itself; without a provisioningState it is done.</summary>
internal sealed record ResourcePoll(AzureRequest Changed) : OperationPoll
{
    public override AzureRequest Request(AzureCalls calls, AzureCallName call) =>
        Changed with { Method = "GET", Body = null, IsRead = true };

    public override bool IsOver(AzureCallName call, AzureAnswer answer) => IsEnded(call, answer);

    public static bool IsEnded(AzureCallName call, AzureAnswer answer) =>
        answer.Body.IsEmpty
            ? answer.Status is 200 or 204
            : answer.Json() is var root
                && (root.TextOrNull("properties", "provisioningState") is not { } state || EndState.IsOver(call, state, error: null));
}
