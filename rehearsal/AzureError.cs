namespace ReleaseInfra.Rehearsal;

/// <summary>Azure's refusal.</summary>
/// <param name="Status">The HTTP status that the call is answered with, or would have been.</param>
/// <param name="Code">Azure's own code.</param>
/// <param name="Message">A sentence that names resource and property.</param>
/// <param name="Target">The id of the resource, or the path of the property.</param>
public sealed record AzureError(int Status, string Code, string Message, string Target);
