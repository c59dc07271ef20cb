using System.Collections.Immutable;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Reading;

namespace Pulumi.Automation;

/// <summary>A project in a folder of this machine.</summary>
public sealed class LocalWorkspace : Workspace
{
    private LocalWorkspace(PulumiCommand command, string folder)
        : base(command) => WorkDir = folder;

    public override string WorkDir { get; }

    public override IDictionary<string, string?>? EnvironmentVariables { get; set; }

    public static async Task<LocalWorkspace> CreateAsync(LocalWorkspaceOptions? options = null, CancellationToken cancellationToken = default)
    {
        var command = options?.PulumiCommand
            ?? await LocalPulumiCommand.CreateAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var folder = options?.WorkDir
            ?? throw new NotSupportedException("This build knows only programs that stand in a folder: give WorkDir.");
        return new LocalWorkspace(command, folder) { EnvironmentVariables = options.EnvironmentVariables };
    }

    public override Task SelectStackAsync(string stackName, CancellationToken cancellationToken) =>
        RunCommandAsync(["stack", "select", "--stack", stackName], cancellationToken);

    public override async Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(
        string stackName,
        CancellationToken cancellationToken = default)
    {
        var masked = await RunCommandAsync(["stack", "output", "--json", "--stack", stackName], cancellationToken).ConfigureAwait(false);
        var clear = await RunCommandAsync(
            ["stack", "output", "--json", "--show-secrets", "--stack", stackName], cancellationToken).ConfigureAwait(false);
        return OutputReader.Read(masked.StandardOutput, clear.StandardOutput);
    }

    public override async Task<StackDeployment> ExportStackAsync(string stackName, CancellationToken cancellationToken = default)
    {
        var exported = await RunCommandAsync(
            ["stack", "export", "--stack", stackName, "--show-secrets"], cancellationToken).ConfigureAwait(false);
        return StackDeployment.FromJsonString(exported.StandardOutput);
    }
}
