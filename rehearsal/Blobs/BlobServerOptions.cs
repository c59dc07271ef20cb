namespace ReleaseInfra.Rehearsal.Blobs;

public sealed record BlobServerOptions
{
    /// <summary>What leases end by, and every time in an answer goes by.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>There from the beginning: containers are made by people, and no call here makes one.</summary>
    public required IReadOnlyList<string> Containers { get; init; }

    /// <summary>Blobs of one page of a list, from 1.</summary>
    public int PageSize { get; init; } = 5000;

    /// <summary>Of an append blob.</summary>
    public int MostBlocks { get; init; } = 50_000;
}
