namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>The SKUs of Azure Managed Redis; the number is the memory in GB, roughly.</summary>
internal static class ManagedCacheSkus
{
    public static string[] All { get; } =
    [
        .. Of("Balanced_B", 0, 1, 3, 5, 10, 20, 50, 100, 150, 250, 350, 500, 700, 1000),
        .. Of("MemoryOptimized_M", 10, 20, 50, 100, 150, 250, 350, 500, 700, 1000, 1500, 2000),
        .. Of("ComputeOptimized_X", 3, 5, 10, 20, 50, 100, 150, 250, 350, 500, 700),
        .. Of("FlashOptimized_A", 250, 500, 700, 1000, 1500, 2000, 4500),
    ];

    private static string[] Of(string family, params int[] sizes) => Array.ConvertAll(sizes, size => $"{family}{size}");
}
