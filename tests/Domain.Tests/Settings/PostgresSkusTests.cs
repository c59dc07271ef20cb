using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Tests.Settings;

public sealed class PostgresSkusTests
{
    [TestCase(DatabaseTier.Burstable, "Standard_B1ms", true)]
    [TestCase(DatabaseTier.Burstable, "B1ms", false)]
    [TestCase(DatabaseTier.Burstable, "Standard_D2ds_v5", false)]
    [TestCase(DatabaseTier.GeneralPurpose, "Standard_D2s_v3", true)]
    [TestCase(DatabaseTier.GeneralPurpose, "Standard_D96ads_v5", true)]
    [TestCase(DatabaseTier.GeneralPurpose, "Standard_D96s_v3", false)]
    [TestCase(DatabaseTier.GeneralPurpose, "Standard_D20ds_v5", false)]
    [TestCase(DatabaseTier.GeneralPurpose, "Standard_E2ds_v5", false)]
    [TestCase(DatabaseTier.MemoryOptimized, "Standard_E20ds_v4", true)]
    [TestCase(DatabaseTier.MemoryOptimized, "Standard_D2ds_v5", false)]
    public void Has_Sku(DatabaseTier tier, string sku, bool expected) => Assert.That(PostgresSkus.Has(tier, sku), Is.EqualTo(expected));
}
