using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;

namespace ReleaseInfra.Rehearsal.Tests.Store;

public sealed class NextChangeTests
{
    [Test]
    public async Task NextChange_EndsWithAChange()
    {
        using var small = await SmallAzure.OpenAsync();
        var change = small.Azure.NextChange;

        await small.PutAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"));

        Assert.That(change.IsCompleted, Is.True);
        Assert.That(small.Azure.NextChange.IsCompleted, Is.False);
    }

    [Test]
    public async Task NextChange_GoesOn_WhileOthersOnlyRead()
    {
        using var small = await SmallAzure.OpenAsync();
        var change = small.Azure.NextChange;

        await small.Azure.Resources.ListAsync(SmallAzure.Group, default);
        await SmallAzure.RefusalAsync(() => small.Azure.Resources.GetAsync(SmallAzure.Id("Microsoft.Web/sites/none"), default));

        Assert.That(change.IsCompleted, Is.False);
    }

    [Test]
    public async Task NextChange_WhatWasDue_EndsItWithTheNextCall()
    {
        using var small = await AppOf.OpenAsync(new OperationDurations { ContainerApp = TimeSpan.FromMinutes(1) });
        await new AppOf { Suffix = "blue" }.PutAsync(small);
        var change = small.Azure.NextChange;
        small.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(change.IsCompleted, Is.False);

        await small.Azure.ContainerApps.ListAsync(AppOf.AppId, default);

        Assert.That(change.IsCompleted, Is.True);
    }
}
