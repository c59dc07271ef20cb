using Pulumi.Automation.Commands;

namespace Pulumi.Automation;

public class LocalWorkspaceOptions
{
    /// <summary>Where Pulumi.yaml is.</summary>
    public string? WorkDir { get; set; }

    /// <summary>The one that is on the search path by default.</summary>
    public PulumiCommand? PulumiCommand { get; set; }

    /// <summary>For every command, on top of this process's own.</summary>
    public IDictionary<string, string?>? EnvironmentVariables { get; set; }
}
