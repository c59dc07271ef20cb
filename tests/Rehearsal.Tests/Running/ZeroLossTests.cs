using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Rehearsal.Tests.Running;

/// <summary>A release's whole walk under load: deployed beside the old version, shifted to, the old version taken out.</summary>
public sealed class ZeroLossTests
{
    private const string Blue = "web--blue";
    private const string Green = "web--green";

    [Test]
    public async Task Walk_UnderLoad_LosesNothing()
    {
        await using var scene = await RunningScene.OpenAsync();
        await new RunningApp { Suffix = "blue", Traffic = [RunningApp.To(Blue, 100, "blue")] }.PutAsync(scene);
        await scene.SettledAsync();
        var old = await scene.ProcessAsync(scene.HostOf(Blue));
        await using var load = OpenLoopLoad.Start(new LoadOptions
        {
            Ingress = scene.Ingress.Address,
            Targets = [new LoadTarget("web", scene.HostOfApp("web"), ["/", "/api/items", "/api/version"])],
            PerSecond = 100,
            Time = scene.Time,
            Watch = TimeProvider.System,
        });

        foreach (var weight in (int[])[0, 10, 50, 100])
        {
            await new RunningApp
            {
                Suffix = "green",
                Traffic = [RunningApp.To(Blue, 100 - weight, "blue"), RunningApp.To(Green, weight, "green")],
            }.PutAsync(scene);
            await scene.SettledAsync();
            var seen = load.Figures.Answered;
            await RunningScene.UntilAsync(() => Task.FromResult(load.Figures.Answered >= seen + 50), "each step has its requests");
        }

        await scene.Azure.ContainerApps.DeactivateAsync(RunningApp.Id, Blue, default);
        await RunningScene.UntilAsync(() => Task.FromResult(!RunningScene.IsRunning(old)), "the old version has ended");
        var figures = await load.StopAsync(default);

        Assert.That((figures.Lost, figures.Failed), Is.EqualTo((0, 0)), string.Join('\n', figures.FirstLost));
        Assert.That(figures.Answered, Is.GreaterThanOrEqualTo(200));
    }
}
