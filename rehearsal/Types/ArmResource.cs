using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

/// <summary>A resource whose id is known, while its outputs are put together.</summary>
internal sealed class ArmResource
{
    public ArmResource(AzureScope scope, DeclaredResource declared, string id, string name, string group)
    {
        (Scope, Declared, Id, Name, Group) = (scope, declared, id, name, group);
        foreach (var (key, value) in declared.Inputs)
        {
            if (value is string or bool or double or int)
                Outputs[key] = value;
        }

        Location = declared.TextOrNull("location") ?? scope.Location;
        Outputs["location"] = Location;
        Outputs["name"] = name;
    }

    public AzureScope Scope { get; }

    public DeclaredResource Declared { get; }

    public string Id { get; }

    public string Name { get; }

    public string Group { get; }

    public string Location { get; }

    public Dictionary<string, object> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds what Azure gives a system-assigned identity; a user-assigned one brings its own.</summary>
    public void AddIdentity()
    {
        if (Declared.TextOrNull("identity.type") is { } type && type.Contains("SystemAssigned", StringComparison.Ordinal))
        {
            Outputs["identity"] = new Dictionary<string, object>
            {
                ["type"] = type,
                ["principalId"] = Guid("principal"),
                ["tenantId"] = AzureScope.TenantId,
            };
        }
    }

    public string Guid(string purpose) => Derived.Guid($"{Scope.Stack}{Id}/{purpose}");

    public string Hex(string purpose, int length) => Derived.Hex($"{Scope.Stack}{Id}/{purpose}", length);
}
