namespace Pulumi.Automation.Commands;

public class LocalPulumiCommandOptions
{
    /// <summary>Folder of an installation, with <c>bin/pulumi</c> in it; the search path decides where there is none.</summary>
    public string? Root { get; set; }

    public bool SkipVersionCheck { get; set; }
}
