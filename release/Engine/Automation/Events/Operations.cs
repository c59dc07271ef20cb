using Pulumi.Automation;

namespace ReleaseInfra.Cli.Engine.Automation.Events;

/// <summary>Pulumi's steps in the words of a plan.</summary>
internal static class Operations
{
    /// <exception cref="ReleaseFailure">It is a step of a newer executable.</exception>
    public static Operation Of(OperationType step, string urn) => step switch
    {
        // A read or a refresh looks, and changes nothing in Azure.
        OperationType.Same or OperationType.Read or OperationType.ReadReplacement or OperationType.ReadDiscard or OperationType.Refresh =>
            Operation.Same,
        OperationType.Create or OperationType.Import => Operation.Create,
        OperationType.Update => Operation.Update,
        OperationType.Delete => Operation.Delete,
        OperationType.Replace or OperationType.CreateReplacement or OperationType.ImportReplacement or OperationType.DeleteReplaced
            or OperationType.DiscardReplaced or OperationType.RemovePendingReplace => Operation.Replace,
        _ => throw ReleaseFailure.UnknownStep(urn),
    };

    /// <summary>Of a replacement's steps the one after which the new resource is there.</summary>
    public static bool Completes(OperationType step) => step is
        OperationType.Create or OperationType.Import or OperationType.Update or OperationType.Delete
        or OperationType.CreateReplacement or OperationType.ImportReplacement;
}
