using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>The addresses under which an operation is followed.</summary>
internal static class Accepted
{
    public const string Locations = CallPaths.Subscription + "/providers/{provider}/locations/{location}";

    /// <param name="answer">Beside which the addresses are given.</param>
    public static ArmAnswer Follow(this ArmAnswer answer, ArmRequest request, ArmWorld world, AzureResource resource, Operation operation)
    {
        var (status, result) = Kinds(resource.Id);
        var location = resource.Outputs["location"];
        string Address(string kind) =>
            $"{request.Server}subscriptions/{AzureScope.SubscriptionId}/providers/{ResourceIds.TypeOf(resource.Id).Split('/')[0]}" +
            $"/locations/{location}/{kind}/{operation.Id}?api-version={request.ApiVersion}";

        return answer
            .With("Azure-AsyncOperation", Address(status))
            .With("Location", Address(result))
            .With("Retry-After", RetryAfter.Seconds(world.Options.RetryAfter));
    }

    private static (string Status, string Result) Kinds(string id) =>
        ResourceIds.TypeOf(id).StartsWith("Microsoft.App/", StringComparison.OrdinalIgnoreCase)
            ? ("containerappOperationStatuses", "containerappOperationResults")
            : ("azureAsyncOperation", "operationResults");
}
