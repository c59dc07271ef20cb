using ReleaseInfra.Cli.Engine.Local.Apply;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine.Local;

/// <param name="Project">As Pulumi.yaml names it, since it stands in every URN.</param>
/// <param name="Configuration">A stack's configuration as the engine hands it to the program: JSON, full keys to texts.</param>
internal sealed record LocalEngineOptions(
    string WorkspaceFolder,
    string Project,
    Func<StackName, string> Configuration,
    RunStack Run,
    SecretKeyFile Key,
    Machine Machine,
    TimeProvider Clock)
{
    /// <summary>By default the one in the workspace, which this process then has.</summary>
    public OpenStackAzure Azure { get; init; } = async (folder, scope, cancellation) =>
        new SharedStackAzure(await LocalAzures.OpenAsync(folder, scope, Clock, cancellation));
}
