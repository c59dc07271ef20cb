using System.Collections.Immutable;
using System.Text;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>All that measures a release, put together from its environment's settings.</summary>
/// <param name="workspace">That has the services' telemetry; null where nothing says which.</param>
internal sealed class GateProbes(
    ReleaseStanding standing,
    EnvironmentSettings settings,
    ImmutableArray<IWorkload> workloads,
    AzureSession session,
    Guid? workspace,
    Func<string, string?> variable,
    TimeProvider time)
{
    private readonly OwnRequests _own = new();
    private readonly GateTerms _limits = GateTerms.ForLimits(settings.Rollout);
    private readonly GateTerms _levels = GateTerms.ForLevels(settings.Rollout);

    private IEnumerable<WeighedWorkload> Weighed => workloads.OfType<WeighedWorkload>();

    private Asking? Asking => field ??= Asking.Of(session.Probes, _own, time);

    /// <summary>By service: its requests, which its gates and its share are both taken from.</summary>
    public IReadOnlyDictionary<string, RequestProbe> Requests => field ??= Weighed.ToDictionary(
        workload => workload.Service, RequestsOf, StringComparer.Ordinal);

    public IReadOnlyList<FirstLooks> FirstLooks() =>
    [
        .. Weighed.Select(workload => new FirstLooks(
            LooksAt(workload),
            Asking,
            [.. settings.Services[workload.Service].SmokeTests.Select(Request)],
            time)),
    ];

    public IReadOnlyList<IGateProbe> All() => [.. Weighed.SelectMany(OfService), .. Levels(), .. Webhooks()];

    private IEnumerable<IGateProbe> OfService(WeighedWorkload workload)
    {
        var services = workloads.OfType<WeighedWorkload>().Count();
        var regression = RegressionTerms.Of(settings.Rollout.Regression).SharedBy(services);
        yield return new HealthGates(LooksAt(workload), GateTerms.ForHealth(settings.Rollout), time);
        yield return new RequestGates(workload, Requests[workload.Service], settings.Rollout, regression, _limits, time);
        yield return new LatencyGates(workload, Telemetry(workload) is { } telemetry ? Latency(telemetry) : null, settings.Rollout, _limits, time);
    }

    private IEnumerable<IGateProbe> Levels()
    {
        var probe = new LevelProbe(session.Azure.Metrics, session.Azure.Revisions, session.Azure.Logs, time);
        var gates = settings.Rollout.Gates;
        var server = session.Group.DatabaseServer(settings.Names().DatabaseServer.Value);
        if (gates.DatabaseCpuPercent is { } cpu)
            yield return Level("database CPU", null, MetricLevel.DatabaseCpu(server), cpu);
        if (gates.DatabaseConnections is { } connections)
            yield return Level("database connections", null, MetricLevel.DatabaseConnections(server), connections);
        foreach (var (service, queue) in gates.Queues)
        {
            if (workspace is { } known)
                yield return Level("queue depth", service, new QueueLevel(known, service, queue.Metric), queue.Depth);
        }

        foreach (var workload in workloads)
        {
            // What nobody can ask is judged by whether it stays up.
            var limit = gates.ReplicaRestarts ?? (workload is InPlaceWorkload ? 0 : null);
            if (limit is { } restarts && settings.Services[workload.Service] is ContainerAppSettings)
            {
                var app = session.Group.ContainerApp(settings.Names().ContainerApp(workload.Service).Value);
                yield return new LevelGates("restarts", workload.Service, token => RestartsAsync(app, workload, token), restarts, probe, _levels, time);
            }
        }

        LevelGates Level(string name, string? service, LevelQuestion question, double limit) => new(
            name, service, _ => Task.FromResult<LevelQuestion?>(question), limit, probe, _levels, time);
    }

    private async Task<LevelQuestion?> RestartsAsync(AzureId app, IWorkload workload, CancellationToken cancellation)
    {
        if (workload is WeighedWorkload weighed)
            return new RestartLevel(app, weighed.New);
        return (await session.Azure.ContainerApps.FindAsync(app, cancellation))?.LatestRevision is { } latest ? new RestartLevel(app, latest) : null;
    }

    private IEnumerable<IGateProbe> Webhooks()
    {
        if (settings.Rollout.Gates.Webhook is not { } webhook)
            yield break;
        var key = variable(webhook.SecretVariable);
        var probe = key is null || session.Probes is null
            ? null
            : new WebhookProbe(session.Probes.Client, webhook.Url.Host, webhook.Url, Encoding.UTF8.GetBytes(key), time);
        foreach (var workload in Weighed)
        {
            var tag = standing.Began.Services.First(service => service.Service == workload.Service).To.Text;
            yield return new WebhookGates(
                workload.Service,
                probe,
                weight => new WebhookQuestion(settings.Stack.Name, standing.Began.Id.Text, workload.Service, tag, workload.New, weight),
                $"the variable {webhook.SecretVariable}, which signs what {webhook.Url.Host} is asked, is not set",
                webhook.Within,
                _levels,
                time);
        }
    }

    private RequestProbe RequestsOf(WeighedWorkload workload) => settings.Services[workload.Service] is ContainerAppSettings
        ? new RequestProbe(
            new PlatformRequests(session.Azure.Metrics, session.Group.ContainerApp(settings.Names().ContainerApp(workload.Service).Value), _own),
            MetricTimes.Metrics,
            time.GetUtcNow(),
            time)
        : new RequestProbe(
            Telemetry(workload) is { } telemetry ? session.Azure.Telemetry.Requests(telemetry) : new NoRequests(),
            MetricTimes.Logs,
            time.GetUtcNow(),
            time);

    private LatencyProbe Latency(TelemetryOf telemetry) =>
        new(session.Azure.Telemetry.Latencies(telemetry), MetricTimes.Recent, MetricTimes.Logs.Lag, time);

    private HealthLooks LooksAt(WeighedWorkload workload) => new(workload, Asking, HealthPath(workload.Service));

    private TelemetryOf? Telemetry(WeighedWorkload workload) =>
        workspace is { } known ? new TelemetryOf(known, workload.Service, HealthPath(workload.Service)) : null;

    private string HealthPath(string service) => settings.Services[service] switch
    {
        ContainerAppSettings { Ingress: { } ingress } => ingress.HealthPath,
        AppServiceSettings site => site.HealthPath,
        _ => throw new ArgumentException($"'{service}' cannot be asked for its health.", nameof(service)),
    };

    private static SmokeRequest Request(SmokeTestSettings test) => new(
        test.Method == SmokeMethod.Head ? HttpMethod.Head : HttpMethod.Get,
        test.Path,
        ImmutableSortedDictionary<string, string>.Empty,
        "",
        SmokeExpectation.Of(test));

    private sealed class NoRequests : IRequestSource
    {
        public Task<Reading<RequestBatch>> ReadAsync(Window window, DateTimeOffset now, CancellationToken cancellation) =>
            Task.FromResult<Reading<RequestBatch>>(new Unreadable<RequestBatch>(LatencyGates.NoWorkspace));
    }
}
