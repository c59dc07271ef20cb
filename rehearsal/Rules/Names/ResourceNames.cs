namespace ReleaseInfra.Rehearsal.Rules.Names;

/// <summary>A name is looked at once, when it is given.</summary>
internal static class ResourceNames
{
    public static void Check(PutRequest put)
    {
        var name = put.Desired.AzureName;
        if (put.Existing is not null || !NameForms.ByType.TryGetValue(put.Desired.Type, out var form) || form.Accepts(name))
            return;

        var lengths = form.Shortest == form.Longest ? $"{form.Longest}" : $"{form.Shortest} to {form.Longest}";
        throw put.BadRequest(
            form.Code,
            Resources.ComputedValues.NameInput(put.Desired.Type) ?? "name",
            $"the name '{name}' of {name.Length} characters is not allowed. Allowed: {lengths} characters, {form.Allowed}.");
    }
}
