namespace ReleaseInfra.Domain.Settings;

/// <summary>The environments that exist. A stack of another name has no configuration and no class.</summary>
public sealed record StackName
{
    public static readonly StackName Dev = new("dev", "dev");
    public static readonly StackName Staging = new("staging", "stg");
    public static readonly StackName Production = new("production", "prod");

    private StackName(string name, string code) => (Name, Code) = (name, code);

    /// <summary>In the order in which a release passes through them.</summary>
    public static IReadOnlyList<StackName> All { get; } = [Dev, Staging, Production];

    public string Name { get; }

    /// <summary>Three or four letters: Azure's global names are too short for the whole word.</summary>
    public string Code { get; }

    public static StackName? Find(string name) => All.FirstOrDefault(stack => stack.Name == name);

    public override string ToString() => Name;
}
