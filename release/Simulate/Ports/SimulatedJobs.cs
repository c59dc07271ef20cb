using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Cli.Azure.Jobs;
using ReleaseInfra.Cli.Azure.Postgres;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Simulate.World;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>Executions of the job that migrates, which succeed, and backups of the database.</summary>
internal sealed class SimulatedJobs(SimulatedWorld world, SimulatedCalls calls) : IJobs, IBackups
{
    private readonly List<(string Name, DateTimeOffset Started, DateTimeOffset Ends)> _executions = [];
    private readonly List<Backup> _backups = [];

    public async Task<JobState?> FindAsync(AzureId job, CancellationToken cancellation)
    {
        await calls.ReadAsync(job.Name, cancellation);
        return new JobState(job.Name, "Succeeded", []);
    }

    public async Task<string> StartAsync(AzureId job, CancellationToken cancellation)
    {
        await calls.WriteAsync(job.Name, SimulatedTimings.TrafficWrite, cancellation);
        var name = string.Create(CultureInfo.InvariantCulture, $"{job.Name}-{_executions.Count + 1}");
        var takes = world.Timings.Around(SimulatedTimings.Migration, SimulatedTimings.Spread);
        _executions.Add((name, world.Now, world.Now + takes));
        return name;
    }

    public async Task<JobExecution?> FindExecutionAsync(AzureId job, string execution, CancellationToken cancellation) =>
        (await ExecutionsAsync(job, cancellation)).FirstOrDefault(found => found.Name == execution);

    public async Task<ImmutableArray<JobExecution>> ExecutionsAsync(AzureId job, CancellationToken cancellation)
    {
        await calls.ReadAsync(job.Name, cancellation);
        return
        [
            .. from execution in _executions
               let isOver = execution.Ends <= world.Now
               select new JobExecution(execution.Name, isOver ? "Succeeded" : "Running", execution.Started, isOver ? execution.Ends : null),
        ];
    }

    public Task StopAsync(AzureId job, string execution, CancellationToken cancellation) =>
        throw new NotSupportedException("A release stops no job.");

    public async Task<Backup> CreateAsync(AzureId server, string name, CancellationToken cancellation)
    {
        await calls.WriteAsync(server.Name, SimulatedTimings.Backup, cancellation);
        var backup = new Backup(name, "Customer On-Demand", world.Now, null);
        _backups.Add(backup);
        return backup;
    }

    async Task<Backup?> IBackups.FindAsync(AzureId server, string name, CancellationToken cancellation)
    {
        await calls.ReadAsync(server.Name, cancellation);
        return _backups.Find(backup => backup.Name == name);
    }

    async Task<ImmutableArray<Backup>> IBackups.ListAsync(AzureId server, CancellationToken cancellation)
    {
        await calls.ReadAsync(server.Name, cancellation);
        return [.. _backups];
    }
}
