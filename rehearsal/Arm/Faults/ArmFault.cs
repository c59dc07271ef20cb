namespace ReleaseInfra.Rehearsal.Arm.Faults;

/// <summary>What goes wrong with a call.</summary>
public abstract record ArmFault
{
    private protected ArmFault()
    {
    }

    /// <summary>Whether it changes the call's own answer, rather than standing in its place.</summary>
    internal virtual bool NeedsAnswer => false;
}

/// <summary>409 <c>ContainerAppOperationInProgress</c>.</summary>
public sealed record Conflict : ArmFault;

/// <summary>429 <c>TooManyRequests</c>.</summary>
public sealed record TooManyRequests(TimeSpan RetryAfter) : ArmFault;

/// <summary>500 <c>InternalServerError</c>.</summary>
public sealed record ServerError : ArmFault;

/// <summary>503 <c>ServiceUnavailable</c>.</summary>
public sealed record Unavailable : ArmFault;

/// <summary>504 <c>GatewayTimeout</c>.</summary>
public sealed record GatewayTimeout : ArmFault;

/// <summary>403, in the words of the service that the call is of: whoever calls may not.</summary>
public sealed record Forbidden(string Code, string Message) : ArmFault;

/// <summary>404, in the words of the service that the call is of: what it is about is gone.</summary>
public sealed record Gone(string Code, string Message) : ArmFault;

/// <summary>No answer: the connection breaks.</summary>
public sealed record ConnectionReset : ArmFault;

/// <summary>The call's own answer, later, by the server's clock.</summary>
public sealed record Slow(TimeSpan By) : ArmFault
{
    internal override bool NeedsAnswer => true;
}

/// <summary>The query service's 200 with a part of the rows and an error beside them.</summary>
public sealed record PartialResult : ArmFault
{
    internal override bool NeedsAnswer => true;
}

/// <summary>The metrics service's 200 with <c>"NaN"</c> in the place of every value.</summary>
public sealed record NotNumbers : ArmFault
{
    internal override bool NeedsAnswer => true;
}

/// <summary>200 with no content and no content type.</summary>
public sealed record EmptyResult : ArmFault;

/// <summary>204.</summary>
public sealed record NoContent : ArmFault;

/// <summary>400 where a metric query's filter names this revision: its name is not known to the metrics yet.</summary>
public sealed record RevisionNotIndexed(string Revision) : ArmFault;

/// <summary>The call's own answer; somebody else does something before the call, or between what it does and its answer.</summary>
public sealed record Meanwhile(Func<CancellationToken, Task> Act) : ArmFault
{
    internal override bool NeedsAnswer => true;
}
