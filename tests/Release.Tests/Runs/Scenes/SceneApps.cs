using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Release.Tests.Gates;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>What runs in the revisions and sites of a scene: it answers at each one's own host, as the test says.</summary>
internal sealed class SceneApps : IRevisionHealth, IAsyncDisposable
{
    private AnsweringHosts? _hosts;

    /// <summary>HTTP, by host; 0 for a connection that is closed.</summary>
    public Func<string, int> Status { get; set; } = _ => 200;

    public Func<string, string> Body { get; set; } = _ => """{"status":"ok"}""";

    /// <summary>What Azure's own probes say of a new revision, by its name.</summary>
    public Func<string, RevisionHealth> Probes { get; set; } = _ => RevisionHealth.Healthy;

    public AnsweringHosts Hosts => _hosts ?? throw new InvalidOperationException("Nothing runs yet.");

    public async Task StartAsync() => _hosts = await AnsweringHosts.StartAsync(AnswerAsync);

    public RevisionHealth Of(string appId, Revision revision) => Probes(revision.Name);

    public async ValueTask DisposeAsync()
    {
        if (_hosts is { } hosts)
            await hosts.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (Status(host) is 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status(host);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Body(host), context.RequestAborted);
    }
}
