namespace ReleaseInfra.Rehearsal;

/// <summary>The embedded Azure said no, and changed nothing.</summary>
public sealed class AzureException : Exception
{
    internal AzureException(AzureError error)
        : base(error.Message) => Error = error;

    public AzureError Error { get; }

    internal static AzureException BadRequest(string code, string target, string message) =>
        new(new AzureError(400, code, message, target));

    internal static AzureException NotFound(string code, string target, string message) =>
        new(new AzureError(404, code, message, target));

    internal static AzureException Conflict(string code, string target, string message) =>
        new(new AzureError(409, code, message, target));
}
