namespace ReleaseInfra.Rehearsal.Store;

/// <summary>The order of ids without case, for ids that differ at their ends.</summary>
internal sealed class IdOrder : IComparer<string>
{
    public static readonly IdOrder Instance = new();

    public int Compare(string? left, string? right)
    {
        // Ids of one group have a hundred characters in common, mostly in the same case: those are skipped many at a time.
        var common = left.AsSpan().CommonPrefixLength(right);
        return left.AsSpan(common).CompareTo(right.AsSpan(common), StringComparison.OrdinalIgnoreCase);
    }
}
