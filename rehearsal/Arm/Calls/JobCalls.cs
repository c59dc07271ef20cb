using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

internal sealed class JobCalls(ArmWorld world)
{
    private const string Executions = CallPaths.Job + "/executions";
    private const string Execution = Executions + "/{execution}";
    private const string Results = "containerappsjobOperationResults";

    public IEnumerable<ArmCall> All =>
    [
        new("jobs.start", "POST", CallPaths.Job + "/start", StartAsync),
        new("jobs.startResult", "GET", $"{Accepted.Locations}/{Results}/{{operation}}", StartResultAsync),
        new("executions.list", "GET", Executions, ListAsync),
        new("executions.get", "GET", Execution, GetAsync),
        new("executions.stop", "POST", Execution + "/stop", StopAsync),
    ];

    private async Task<ArmAnswer> StartAsync(ArmRequest request)
    {
        var job = await JobAsync(request);
        var template = await request.OptionalBodyAsync() is { } body ? ValueJson.ReadMap(body) : null;
        var started = await world.Azure.Jobs.StartAsync(job.Id, template, request.Cancellation);
        await world.ChangedAsync(request.Cancellation);

        // The operation is the start alone, and its name says where the execution is: it is kept nowhere else.
        var id = $"{job.Id}/executions/{started.Execution.Name}";
        var operation = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(id));
        return new JsonAnswer(202, Named(id))
            .With("Location", request.Address(Accepted.PathOf(job, Results, operation)))
            .With("Retry-After", RetryAfter.Seconds(world.Options.RetryAfter));
    }

    private async Task<ArmAnswer> StartResultAsync(ArmRequest request)
    {
        var operation = request.Value("operation");
        var id = Base64Url.IsValid(operation) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(operation)) : "";
        if (id.Split("/executions/") is not [var job, var execution])
            return ArmErrors.Of(404, "OperationNotFound", $"There is no operation '{operation}'.");

        await world.Azure.Jobs.GetAsync(job, execution, request.Cancellation);
        return new JsonAnswer(200, Named(id));
    }

    private async Task<ArmAnswer> ListAsync(ArmRequest request)
    {
        var job = (await JobAsync(request)).Id;
        if (request.Query("$filter") is { } filter)
            return ArmErrors.InvalidFilter(filter, "none");

        var executions = await world.Azure.Jobs.ListAsync(job, request.Cancellation);
        return JsonAnswer.Page(executions.Select(view => Wire(job, view)));
    }

    private async Task<ArmAnswer> GetAsync(ArmRequest request)
    {
        var job = (await JobAsync(request)).Id;
        return new JsonAnswer(200, Wire(job, await world.Azure.Jobs.GetAsync(job, request.Value("execution"), request.Cancellation)));
    }

    private async Task<ArmAnswer> StopAsync(ArmRequest request)
    {
        await world.Azure.Jobs.StopAsync((await JobAsync(request)).Id, request.Value("execution"), request.Cancellation);
        await world.ChangedAsync(request.Cancellation);
        return new EmptyAnswer(200);
    }

    private Task<AzureResource> JobAsync(ArmRequest request) => Holders.RequireAsync(world, request);

    private static JsonObject Named(string id) => new() { ["name"] = id[(id.LastIndexOf('/') + 1)..], ["id"] = id };

    private static JsonObject Wire(string job, JobExecutionView view)
    {
        var properties = new JsonObject { ["status"] = view.Status.ToString(), ["startTime"] = ToWire.Time(view.Execution.Started) };
        if (view.Status != JobStatus.Running)
            properties["endTime"] = ToWire.Time(view.Execution.Ends);
        properties["template"] = ToWire.Json(ToWire.Unmasked(view.Execution.Template));

        var wire = Named($"{job}/executions/{view.Execution.Name}");
        wire["type"] = "Microsoft.App/jobs/executions";
        wire["properties"] = properties;
        return wire;
    }
}
