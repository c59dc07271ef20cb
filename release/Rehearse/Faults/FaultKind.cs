using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Rehearse.Faults;

/// <summary>One row of <c>--list-faults</c>.</summary>
/// <param name="Form">As it is written; what stands in brackets may be left out.</param>
/// <param name="Example">One that can be written so.</param>
/// <param name="Does">A sentence without its subject.</param>
/// <param name="Ending">Of a release that has this fault alone, as in <paramref name="Example"/>.</param>
/// <param name="Because">What ends it, or why nothing does.</param>
internal sealed record FaultKind(string Name, string Form, string Example, string Does, RehearsedEnding Ending, string Because)
{
    public static readonly FaultKind Errors = new(
        "errors",
        "errors=N%[@W]",
        "errors=6%@10",
        "answers N percent of the new version's requests with status 500",
        RehearsedEnding.RolledBack,
        "the error rate is above its limit, or higher than the old version's");

    public static readonly FaultKind Latency = new(
        "latency",
        "latency=+N(ms|s)[@W]",
        "latency=+2500ms",
        "makes every answer of the new version take so much longer",
        RehearsedEnding.RolledBack,
        "p95 is above its limit; what stays below it settles");

    public static readonly FaultKind CrashLoop = new(
        "crash-loop",
        "crash-loop",
        "crash-loop",
        "ends each process of the new version soon after its start",
        RehearsedEnding.RolledBack,
        "the new version never becomes ready, and nobody was sent to it");

    public static readonly FaultKind SlowStart = new(
        "slow-start",
        "slow-start=N(s|m)",
        "slow-start=90s",
        "lets the new version answer only so long after its start",
        RehearsedEnding.Settled,
        "the deployment waits for readiness; past its deadline the release goes back");

    public static readonly FaultKind BadHealth = new(
        "bad-health",
        "bad-health[@W]",
        "bad-health@10",
        "answers the health path of the new version with status 503",
        RehearsedEnding.RolledBack,
        "three checks in a row fail, or it is never healthy at all");

    public static readonly FaultKind MemoryLeak = new(
        "memory-leak",
        "memory-leak[@W]",
        "memory-leak@10",
        "makes replicas of the new version run out of memory, and start again, every few minutes",
        RehearsedEnding.RolledBack,
        "they start again more often than rollout.gates.replicaRestarts, or answers are missing while they do");

    public static readonly FaultKind NoMetrics = new(
        "no-metrics",
        "no-metrics[@W]",
        "no-metrics@10",
        "keeps Azure's metrics and logs empty",
        RehearsedEnding.Held,
        "no data is never success: people have to decide");

    public static readonly FaultKind AzureThrottles = new(
        "azure-429",
        "azure-429[@W]",
        "azure-429@10",
        "has Azure refuse one call in three as one too many, to be made again after some seconds",
        RehearsedEnding.Settled,
        "calls are made again when Azure says so");

    public static readonly FaultKind AzureConflicts = new(
        "azure-409",
        "azure-409[@W]",
        "azure-409@10",
        "has Azure refuse the first write after each pause, since another operation is under way",
        RehearsedEnding.Settled,
        "writes are made again, and read back");

    public static readonly FaultKind AzureDown = new(
        "azure-down",
        "azure-down=N(s|m)[@W]",
        "azure-down=30s@10",
        "lets no call of Azure's management come to an answer for so long; what serves goes on",
        RehearsedEnding.Settled,
        "calls are tried again; where it lasts for longer than a write is tried, the release goes back once it can");

    public static readonly FaultKind KillEngine = new(
        "kill-engine",
        "kill-engine[@STATE]",
        "kill-engine@step-10",
        "kills the process that carries the release once it is there, and resumes: " +
        $"STATE is {KillMoment.Allowed}, by default the first step",
        RehearsedEnding.Settled,
        "whoever takes over finds out what was done, and does the rest");

    public static readonly FaultKind DatabaseSlow = new(
        "database-slow",
        "database-slow[@W]",
        "database-slow@10",
        "makes every answer of both versions wait three seconds for the database, and keeps its CPU at 95 %",
        RehearsedEnding.RolledBack,
        "p95 is above its limit, or the database's CPU: whose fault it is nobody knows, and the old version is the safer one");

    public static readonly FaultKind ConfigConflict = new(
        "config-conflict",
        "config-conflict[@W]",
        "config-conflict@10",
        "has somebody else write the weights, once, while the release is under way",
        RehearsedEnding.Held,
        "traffic has one writer: people have to decide");

    /// <summary>In the order in which people come to think of them.</summary>
    public static readonly ImmutableArray<FaultKind> All =
    [
        Errors, Latency, CrashLoop, SlowStart, BadHealth, MemoryLeak, NoMetrics,
        AzureThrottles, AzureConflicts, AzureDown, KillEngine, DatabaseSlow, ConfigConflict,
    ];
}
