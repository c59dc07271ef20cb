using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Engine.Contract;

/// <summary>dev, as its file in the workspace has it.</summary>
internal static class ContractSettings
{
    public static EnvironmentSettings Of(TemporaryWorkspace workspace) => ((Valid<EnvironmentSettings>)Composition
        .Open(workspace.Folder, LocalEngine.EngineName, CommandLineRun.Machine(workspace), TimeProvider.System)
        .Read("dev", null)).Value;

    /// <summary>In JSON, as a backend keeps it with an update.</summary>
    public static string ReleaseOf(TemporaryWorkspace workspace)
    {
        var configuration = ((Valid<string>)EngineConfiguration.Read(new Workspace(workspace.Folder), "dev")).Value;
        using var document = JsonDocument.Parse(configuration);
        return document.RootElement.GetProperty("release-infra:release").GetString()!;
    }
}
