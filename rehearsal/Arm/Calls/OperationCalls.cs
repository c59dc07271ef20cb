using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Operations;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Following an operation: by its status (<c>Azure-AsyncOperation</c>), or by its result (<c>Location</c>).</summary>
internal sealed class OperationCalls(ArmWorld world)
{
    public IEnumerable<ArmCall> All =>
    [
        new("operations.status", "GET", Accepted.Locations + "/containerappOperationStatuses/{operation}", StatusAsync),
        new("operations.result", "GET", Accepted.Locations + "/containerappOperationResults/{operation}", ResultAsync),
        new("operations.status", "GET", Accepted.Locations + "/azureAsyncOperation/{operation}", StatusAsync),
        new("operations.result", "GET", Accepted.Locations + "/operationResults/{operation}", ResultAsync),
    ];

    private async Task<ArmAnswer> StatusAsync(ArmRequest request)
    {
        var operation = await world.Azure.Operations.GetAsync(request.Value("operation"), request.Cancellation);
        var status = new JsonObject
        {
            ["id"] = request.Path,
            ["name"] = operation.Id,
            ["status"] = Word(operation.State),
            ["startTime"] = ToWire.Time(operation.Started),
        };
        if (operation.State is OperationFailed failed)
            status["error"] = ArmErrors.Body(failed.Error);

        var answer = new JsonAnswer(200, status);
        return operation.State is OperationInProgress ? answer.With("Retry-After", RetryAfter.Seconds(world.Options.RetryAfter)) : answer;
    }

    private async Task<ArmAnswer> ResultAsync(ArmRequest request)
    {
        var operation = await world.Azure.Operations.GetAsync(request.Value("operation"), request.Cancellation);
        return operation.State switch
        {
            OperationInProgress => new EmptyAnswer(202)
                .With("Location", request.Address(request.Path))
                .With("Retry-After", RetryAfter.Seconds(world.Options.RetryAfter)),
            OperationFailed failed => ArmErrors.Of(failed.Error),
            OperationCanceled => ArmErrors.Of(409, "OperationCanceled", $"The operation '{operation.Id}' was called off: its resource was deleted."),
            _ => await world.Azure.Resources.FindAsync(operation.ResourceId, request.Cancellation) is { } made
                ? new JsonAnswer(200, ToWire.Of(made))
                : new EmptyAnswer(204),
        };
    }

    private static string Word(OperationState state) => state switch
    {
        OperationInProgress => "InProgress",
        OperationSucceeded => "Succeeded",
        OperationFailed => "Failed",
        OperationCanceled => "Canceled",
        _ => throw new InvalidOperationException($"{state.GetType().Name} has no word."),
    };
}
