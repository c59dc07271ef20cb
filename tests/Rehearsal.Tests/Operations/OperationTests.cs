using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.Operations;

public sealed class OperationTests
{
    private static readonly OperationDurations Minute = new() { ContainerApp = TimeSpan.FromMinutes(1) };

    [Test]
    public async Task Get_InProgressUntilItsTime()
    {
        using var small = await OpenAsync(Minute);
        var put = await new AppOf { Suffix = "v1" }.PutAsync(small);

        Assert.That(put.Operation.State, Is.EqualTo(new OperationInProgress(small.Time.GetUtcNow().AddMinutes(1))));
        Assert.That(put.Resource.Outputs["provisioningState"], Is.EqualTo("InProgress"));
        small.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.That((await small.Azure.Operations.GetAsync(put.Operation.Id, default)).State, Is.TypeOf<OperationInProgress>());
        small.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await small.Azure.Operations.GetAsync(put.Operation.Id, default)).State, Is.EqualTo(new OperationSucceeded()));
    }

    [Test]
    public async Task Update_TakesEffectOnlyAtTheEnd()
    {
        using var small = await OpenAsync(Minute);
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        small.Time.Advance(TimeSpan.FromMinutes(1));

        await new AppOf { Suffix = "v2" }.PutAsync(small);

        Assert.That(await small.Azure.ContainerApps.ListAsync(AppId, default), Has.Length.EqualTo(1));
        small.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await small.Azure.ContainerApps.ListAsync(AppId, default), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Put_DuringAnother_IsRefused()
    {
        using var small = await OpenAsync(Minute);
        var first = await new AppOf { Suffix = "v1" }.PutAsync(small);

        Assert.That(await new AppOf { Suffix = "v2" }.RefusalAsync(small), Is.EqualTo(new AzureError(
            409,
            "ContainerAppOperationInProgress",
            $"Microsoft.App/containerApps 'web': the operation '{first.Operation.Id}' is in progress since 2026-03-02T09:00:00.0000000+00:00. " +
            "Try again when it has ended.",
            AppId)));
    }

    [Test]
    public async Task Deactivate_DuringAnother_IsRefused()
    {
        using var small = await OpenAsync(Minute);
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        small.Time.Advance(TimeSpan.FromMinutes(1));
        await new AppOf { Suffix = "v2" }.PutAsync(small);

        var refusal = await SmallAzure.RefusalAsync(() => small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default));

        Assert.That(refusal.Code, Is.EqualTo("ContainerAppOperationInProgress"));
    }

    [Test]
    public async Task Wait_UntilTheClockSaysSo()
    {
        using var small = await OpenAsync(Minute);
        var put = await new AppOf { Suffix = "v1" }.PutAsync(small);

        var waiting = small.Azure.Operations.WaitAsync(put.Operation.Id, default);
        Assert.That(waiting.IsCompleted, Is.False);
        small.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await waiting).State, Is.EqualTo(new OperationSucceeded()));
    }

    [Test]
    public async Task UnderWay_IsCarriedOnByTheNextProcess()
    {
        using var small = await OpenAsync(Minute);
        var put = await new AppOf { Suffix = "v1" }.PutAsync(small);

        await small.ReopenAsync();
        small.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await small.Azure.Operations.GetAsync(put.Operation.Id, default)).State, Is.EqualTo(new OperationSucceeded()));
        Assert.That(await small.Azure.ContainerApps.ListAsync(AppId, default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Get_Unknown()
    {
        using var small = await OpenAsync();

        Assert.That(await SmallAzure.RefusalAsync(() => small.Azure.Operations.GetAsync("nine", default)), Is.EqualTo(new AzureError(
            404, "OperationNotFound", "There is no operation 'nine', or it ended too long ago.", "nine")));
    }

    [Test]
    public async Task Delete_DuringAnOperation_IsRefused()
    {
        using var small = await OpenAsync(Minute);
        await new AppOf { Suffix = "v1" }.PutAsync(small);

        var refusal = await SmallAzure.RefusalAsync(() => small.Azure.Resources.DeleteAsync(AppId, default));

        Assert.That(refusal.Code, Is.EqualTo("ContainerAppOperationInProgress"));
    }

    [Test]
    public async Task DeletedGroup_CancelsWhatRunsInIt()
    {
        using var small = await OpenAsync(Minute);
        var put = await new AppOf { Suffix = "v1" }.PutAsync(small);

        await small.Azure.Resources.DeleteAsync(SmallAzure.Group, default);

        Assert.That((await small.Azure.Operations.GetAsync(put.Operation.Id, default)).State, Is.EqualTo(new OperationCanceled()));
    }
}
