namespace ReleaseInfra.Offline.Generator.Schema;

/// <param name="Token">The type token, <c>package:module:Name</c>.</param>
/// <param name="SecretOutputs">Wire names of outputs that are secret whatever the provider says.</param>
/// <param name="ReplaceOnChanges">Wire paths whose change replaces the resource.</param>
internal sealed record SchemaResource(
    string Token,
    string Module,
    string Name,
    IReadOnlyList<SchemaProperty> Inputs,
    IReadOnlyList<SchemaProperty> Outputs,
    IReadOnlyList<string> SecretOutputs,
    IReadOnlyList<string> ReplaceOnChanges);
