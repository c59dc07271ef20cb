using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine.Local;

/// <param name="Project">As Pulumi.yaml names it, since it stands in every URN.</param>
/// <param name="Configuration">A stack's configuration as the engine hands it to the program: JSON, full keys to texts.</param>
/// <param name="Hasher">Null where no secret was ever kept.</param>
internal sealed record LocalEngineOptions(
    string WorkspaceFolder,
    string Project,
    Func<StackName, string> Configuration,
    RunStack Run,
    SecretHasher? Hasher);
