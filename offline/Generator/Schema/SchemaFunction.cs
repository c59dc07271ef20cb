namespace ReleaseInfra.Offline.Generator.Schema;

/// <param name="Token">The function token, <c>package:module:name</c>.</param>
/// <param name="Name">In camel case, as in the token.</param>
internal sealed record SchemaFunction(
    string Token,
    string Module,
    string Name,
    IReadOnlyList<SchemaProperty> Args,
    IReadOnlyList<SchemaProperty> Result);
