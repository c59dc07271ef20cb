using Microsoft.Extensions.Hosting;

namespace ReleaseInfra.Rehearsal.Arm;

/// <summary>The default lifetime takes Ctrl-C for itself, which is the command's to handle.</summary>
internal sealed class OwnedByItsCaller : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
