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
        return answer
            .With("Azure-AsyncOperation", request.Address(PathOf(resource, status, operation.Id)))
            .With("Location", request.Address(PathOf(resource, result, operation.Id)))
            .With("Retry-After", RetryAfter.Seconds(world.Options.RetryAfter));
    }

    /// <summary>Operations belong to a service and a region, and no longer to a group.</summary>
    public static string PathOf(AzureResource resource, string kind, string operation) =>
        $"{ResourceIds.Subscription}/providers/{ResourceIds.TypeOf(resource.Id).Split('/')[0]}/locations/{resource.Outputs["location"]}/{kind}/{operation}";

    private static (string Status, string Result) Kinds(string id) =>
        ResourceIds.TypeOf(id).StartsWith("Microsoft.App/", StringComparison.OrdinalIgnoreCase)
            ? ("containerappOperationStatuses", "containerappOperationResults")
            : ("azureAsyncOperation", "operationResults");
}
