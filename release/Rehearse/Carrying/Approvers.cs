using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Rehearse.Carrying;

/// <summary>Who says yes in a rehearsal: everybody who may, one after the other, and never whoever releases.</summary>
internal sealed class Approvers(ApprovalSettings settings, string requester)
{
    private readonly Queue<string> _waiting = new(
        (settings.Approvers.IsEmpty ? Anybody(settings.Required) : settings.Approvers)
            .Where(approver => !approver.Equals(requester, StringComparison.OrdinalIgnoreCase)));

    /// <returns>Null when nobody is left.</returns>
    public string? Next() => _waiting.TryDequeue(out var next) ? next : null;

    private static ImmutableArray<string> Anybody(int required) =>
        [.. Enumerable.Range(1, required).Select(number => $"rehearsal-approver-{number}")];
}
