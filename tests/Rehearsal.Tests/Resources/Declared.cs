using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Tests.Resources;

internal static class Declared
{
    public static readonly AzureScope Scope = new("production", "westeurope");

    public static ComputedResource Compute(string type, params (string Key, object Value)[] inputs) =>
        new ComputedValues(Scope).Of(Resource(type, inputs));

    public static DeclaredResource Resource(string type, params (string Key, object Value)[] inputs) =>
        new(type, "thing", Map([("resourceGroupName", "rg-shop"), .. inputs]));

    public static Dictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);
}
