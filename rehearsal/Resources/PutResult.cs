using ReleaseInfra.Rehearsal.Operations;

namespace ReleaseInfra.Rehearsal.Resources;

/// <param name="Resource">As it is when the call returns.</param>
/// <param name="Operation">Accepted is not done: it may be in progress, and it may have failed already.</param>
/// <param name="IsNew">Whether the call created it.</param>
public sealed record PutResult(AzureResource Resource, Operation Operation, bool IsNew);
