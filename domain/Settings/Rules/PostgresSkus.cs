namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>The SKUs of PostgreSQL Flexible Server that a tier has.</summary>
internal static class PostgresSkus
{
    private static readonly string[] Series = ["s_v3", "ds_v4", "ds_v5", "ads_v5"];
    private static readonly int[] GeneralPurposeCores = [2, 4, 8, 16, 32, 48, 64, 96];
    private static readonly int[] MemoryOptimizedCores = [2, 4, 8, 16, 20, 32, 48, 64, 96];

    public static string Examples(DatabaseTier tier) => tier switch
    {
        DatabaseTier.Burstable => "Standard_B1ms, B2s, B2ms, B4ms, B8ms, B12ms, B16ms or B20ms, each with Standard_ before it",
        DatabaseTier.GeneralPurpose => "Standard_D and 2 to 96 cores of the series s_v3, ds_v4, ds_v5 or ads_v5, such as Standard_D2ds_v5",
        DatabaseTier.MemoryOptimized => "Standard_E and 2 to 96 cores of the series s_v3, ds_v4, ds_v5 or ads_v5, such as Standard_E4ds_v5",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Unknown tier."),
    };

    public static bool Has(DatabaseTier tier, string sku) => tier switch
    {
        DatabaseTier.Burstable => sku is "Standard_B1ms" or "Standard_B2s" or "Standard_B2ms" or "Standard_B4ms"
            or "Standard_B8ms" or "Standard_B12ms" or "Standard_B16ms" or "Standard_B20ms",
        DatabaseTier.GeneralPurpose => Has('D', GeneralPurposeCores, sku),
        DatabaseTier.MemoryOptimized => Has('E', MemoryOptimizedCores, sku),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Unknown tier."),
    };

    // The third and fourth series end at 64 cores.
    private static bool Has(char family, int[] cores, string sku) => Series.Any(series =>
        cores.Any(count => (count <= 64 || series.EndsWith("v5", StringComparison.Ordinal)) && sku == $"Standard_{family}{count}{series}"));
}
