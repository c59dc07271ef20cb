namespace ReleaseInfra.Offline.Tests.Api;

/// <summary>What the published 3.112.1 has and the listing, which lags behind it, has not.</summary>
internal static class NewerThanTheAutomationListing
{
    private const string Token =
        "System.Threading.CancellationToken cancellationToken = default(System.Threading.CancellationToken)";

    private const string Run =
        "System.Collections.Generic.IList<string> args, string workingDir, System.Collections.Generic.IDictionary<string, string> " +
        "additionalEnv, System.Action<string> onStandardOutput = null, System.Action<string> onStandardError = null, " +
        $"System.Action<Pulumi.Automation.Events.EngineEvent> onEngineEvent = null, {Token}";

    public static IReadOnlyList<string> Lines { get; } =
    [
        // The door to the executable.
        "Pulumi.Automation.Commands.CommandResult",
        "Pulumi.Automation.Commands.CommandResult.Code.get -> int",
        "Pulumi.Automation.Commands.CommandResult.CommandResult(int code, string standardOutput, string standardError) -> void",
        "Pulumi.Automation.Commands.CommandResult.StandardError.get -> string",
        "Pulumi.Automation.Commands.CommandResult.StandardOutput.get -> string",
        "override Pulumi.Automation.Commands.CommandResult.ToString() -> string",
        "Pulumi.Automation.Commands.PulumiCommand",
        "Pulumi.Automation.Commands.PulumiCommand.PulumiCommand() -> void",
        $"abstract Pulumi.Automation.Commands.PulumiCommand.RunAsync({Run}) " +
            "-> System.Threading.Tasks.Task<Pulumi.Automation.Commands.CommandResult>",
        "Pulumi.Automation.Commands.LocalPulumiCommand",
        "const Pulumi.Automation.Commands.LocalPulumiCommand.SkipVersionCheckVar = " +
            "\"PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK\" -> string",
        "static Pulumi.Automation.Commands.LocalPulumiCommand.CreateAsync(Pulumi.Automation.Commands.LocalPulumiCommandOptions " +
            $"options = null, {Token}) -> System.Threading.Tasks.Task<Pulumi.Automation.Commands.LocalPulumiCommand>",
        $"override Pulumi.Automation.Commands.LocalPulumiCommand.RunAsync({Run}) " +
            "-> System.Threading.Tasks.Task<Pulumi.Automation.Commands.CommandResult>",
        "Pulumi.Automation.Commands.LocalPulumiCommandOptions",
        "Pulumi.Automation.Commands.LocalPulumiCommandOptions.LocalPulumiCommandOptions() -> void",
        "Pulumi.Automation.Commands.LocalPulumiCommandOptions.Root.get -> string",
        "Pulumi.Automation.Commands.LocalPulumiCommandOptions.Root.set -> void",
        "Pulumi.Automation.Commands.LocalPulumiCommandOptions.SkipVersionCheck.get -> bool",
        "Pulumi.Automation.Commands.LocalPulumiCommandOptions.SkipVersionCheck.set -> void",
        "Pulumi.Automation.LocalWorkspaceOptions.PulumiCommand.get -> Pulumi.Automation.Commands.PulumiCommand",
        "Pulumi.Automation.LocalWorkspaceOptions.PulumiCommand.set -> void",

        // Drift without touching the state; imports as an operation of their own.
        "Pulumi.Automation.RefreshOptions.PreviewOnly.get -> bool?",
        "Pulumi.Automation.RefreshOptions.PreviewOnly.set -> void",
        "Pulumi.Automation.UpdateKind.ResourceImport = 6 -> Pulumi.Automation.UpdateKind",
    ];
}
