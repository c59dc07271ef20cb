using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Rules;

/// <summary>Properties that are settled at creation. Azure refuses to change them; the resource must be deleted first.</summary>
internal static class ImmutableProperties
{
    /// <summary>They tell how a server came into being; a later request that leaves them out is no change.</summary>
    private static readonly string[] OfCreation = ["sourceServerResourceId", "pointInTimeUTC"];

    public static void Check(PutRequest put)
    {
        if (put.Existing is not { } existing)
            return;

        foreach (var path in ComputedValues.ImmutableInputs(put.Desired.Type))
            Check(put, existing, path);
    }

    private static void Check(PutRequest put, AzureResource existing, string path)
    {
        if (path == "location")
        {
            CheckLocation(put, existing);
            return;
        }

        // The id holds group and names, without regard to case.
        if (IsInId(put, path))
            return;

        var (from, to) = (Value(existing, path), Value(put.Desired, path));
        if (PlainValues.Same(from, to) || (to is null && OfCreation.Contains(path)))
            return;

        throw put.Conflict("PropertyChangeNotAllowed", path, $"the property '{path}' cannot be changed after creation{Change(from, to)}.");
    }

    /// <summary>One that is left out is the group's or the stack's.</summary>
    private static void CheckLocation(PutRequest put, AzureResource existing)
    {
        var (from, to) = (Location(existing), Location(put.Desired));
        if (!PlainValues.Same(from, to))
        {
            throw put.Conflict(
                "InvalidResourceLocation", "location", $"it exists in location '{from}' and cannot be moved to '{to}'. Delete it first, or choose another name.");
        }
    }

    private static bool IsInId(PutRequest put, string path) =>
        path == "resourceGroupName"
        || path == ComputedValues.NameInput(put.Desired.Type)
        || (put.Desired.Declared.TextOrNull(path) is { } name
            && put.Desired.Id.Contains($"/{name}", StringComparison.OrdinalIgnoreCase)
            && put.Existing?.Declared.TextOrNull(path) is { } before
            && name.Equals(before, StringComparison.OrdinalIgnoreCase));

    private static object? Value(AzureResource resource, string path)
    {
        var found = resource.Select(path).ToArray();
        return found.Length switch
        {
            0 => null,
            1 => found[0],
            _ => PlainValues.Freeze(found),
        };
    }

    /// <summary>Azure takes "West Europe" and "westeurope" for the same.</summary>
    private static string? Location(AzureResource resource) =>
        (resource.Outputs.GetValueOrDefault("location") as string)?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Change(object? from, object? to) => (from, to) switch
    {
        (string or double or bool, string or double or bool) => $" (from '{Text(from)}' to '{Text(to)}')",
        _ => "",
    };

    private static string Text(object value) => value is bool flag
        ? (flag ? "true" : "false")
        : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
}
