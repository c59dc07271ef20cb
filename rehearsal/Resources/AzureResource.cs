using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>A resource as the embedded Azure holds it.</summary>
/// <param name="Declared">With a digest in place of every secret.</param>
/// <param name="AzureName">The physical name; <see cref="DeclaredResource.Name"/> is the logical one.</param>
/// <param name="Outputs">By wire name: what Azure adds to the inputs, and the plain inputs that it gives back.</param>
public sealed record AzureResource(
    string Id,
    string AzureName,
    DeclaredResource Declared,
    IReadOnlyDictionary<string, object> Outputs,
    DateTimeOffset Created,
    DateTimeOffset Changed)
{
    /// <summary>Pulumi's type token.</summary>
    public string Type => Declared.Type;

    internal ImmutableSortedDictionary<string, object> Inputs => PlainValues.Map(Declared.Inputs);

    /// <summary>As messages name it.</summary>
    internal string Title => $"{ResourceIds.TypeOf(Id)} '{AzureName}'";

    /// <summary>Of an identity, or of a resource that has one of its own; else null.</summary>
    internal string? PrincipalId =>
        Outputs.GetValueOrDefault("principalId") as string
        ?? (Outputs.GetValueOrDefault("identity") as IReadOnlyDictionary<string, object>)?.GetValueOrDefault("principalId") as string;

    internal IEnumerable<object> Select(string path) => PlainValues.Select(Inputs, path);

    /// <summary>With other inputs, and with what Azure computes from those.</summary>
    internal AzureResource Redeclared(DeclaredResource declared, AzureScope scope, DateTimeOffset at) =>
        this with { Declared = declared, Outputs = new ComputedValues(scope).Of(declared).Outputs, Changed = at };

    internal AzureResource WithInputs(ImmutableSortedDictionary<string, object> inputs) =>
        this with { Declared = Declared with { Inputs = inputs } };
}
