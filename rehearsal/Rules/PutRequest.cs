using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Rules;

/// <summary>A resource that somebody wants created or changed, against what there is.</summary>
/// <param name="Existing">Null where it is to be created.</param>
internal sealed record PutRequest(AzureScope Scope, AzureState State, AzureResource? Existing, AzureResource Desired, DateTimeOffset Now)
{
    /// <param name="target">The property's path.</param>
    /// <param name="message">The rest of a sentence that begins with the resource's type and name.</param>
    public AzureException BadRequest(string code, string target, string message) =>
        AzureException.BadRequest(code, target, $"{Desired.Title}: {message}");

    public AzureException NotFound(string code, string target, string message) =>
        AzureException.NotFound(code, target, $"{Desired.Title}: {message}");

    public AzureException Conflict(string code, string target, string message) =>
        AzureException.Conflict(code, target, $"{Desired.Title}: {message}");
}
