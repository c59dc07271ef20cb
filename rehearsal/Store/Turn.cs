using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>One caller's turn at the state: what it leaves in <see cref="State"/> stands, unless it throws.</summary>
internal sealed class Turn(EmbeddedAzureOptions options, AzureState state, DateTimeOffset now)
{
    private const int EndedKept = 500;

    public EmbeddedAzureOptions Options => options;

    public DateTimeOffset Now => now;

    public AzureState State { get; set; } = state;

    /// <exception cref="AzureException">There is none.</exception>
    public AzureResource Get(string id) =>
        State.Find(id) ?? throw AzureException.NotFound("ResourceNotFound", id, $"The resource '{id}' does not exist.");

    /// <exception cref="AzureException">There is none, or it is of another type.</exception>
    public AzureResource Get(string id, string type)
    {
        var resource = Get(id);
        return resource.Type == type
            ? resource
            : throw AzureException.BadRequest("InvalidResourceType", id, $"The resource '{id}' is no {type}: it is {resource.Type}.");
    }

    /// <summary>Ends at once where the duration is zero.</summary>
    public Operation Begin(string resourceId, TimeSpan duration, OperationWork work)
    {
        var number = State.OperationCount + 1;
        var pending = new PendingOperation(
            Derived.Guid($"{options.Scope.Stack}/operation/{number}"), resourceId, now, now + duration, work);
        State = State with { OperationCount = number, Pending = State.Pending.Add(pending) };
        Settle();
        return Operation(pending.Id);
    }

    /// <exception cref="AzureException">There is none.</exception>
    public Operation Operation(string id) =>
        State.Pending.FirstOrDefault(pending => pending.Id == id)?.InProgress
        ?? State.Ended.LastOrDefault(ended => ended.Id == id)
        ?? throw AzureException.NotFound("OperationNotFound", id, $"There is no operation '{id}', or it ended too long ago.");

    /// <summary>Lets happen what was due by now.</summary>
    public void Settle()
    {
        VaultPurge.Settle(this);
        while (State.Pending.Where(pending => pending.Ends <= now).MinBy(pending => pending.Ends) is { } due)
        {
            // Out of the way first: the work of one may be the end of another.
            State = State with { Pending = State.Pending.Remove(due) };
            var ended = due.Ended(Outcome(due));
            var kept = Math.Min(State.Ended.Length, EndedKept - 1);
            State = State with { Ended = [.. State.Ended.AsSpan()[^kept..], ended] };
        }
    }

    /// <summary>What an operation needed may have been deleted meanwhile; that is its failure, and not the next caller's.</summary>
    private OperationState Outcome(PendingOperation due)
    {
        try
        {
            return Do(due);
        }
        catch (AzureException refused)
        {
            return new OperationFailed(refused.Error);
        }
    }

    private OperationState Do(PendingOperation due) => due.Work switch
    {
        NothingLeft => new OperationSucceeded(),
        ApplyContainerApp apply => ContainerAppRollout.Complete(this, due.ResourceId, apply.Desired),
        SwapSlots swap => SlotSwap.Complete(this, swap),
        _ => throw new InvalidOperationException($"{due.Work.GetType().Name} is no work."),
    };
}
