using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Cli;

/// <summary>Puts the real parts together: the workspace's files, the program's stacks, the local engine.</summary>
internal static class Composition
{
    /// <summary>As in Pulumi.yaml: it stands in every URN and before every key of the program's own.</summary>
    private const string Project = "release-infra";

    /// <exception cref="ReleaseFailure">The folder is in no workspace.</exception>
    public static Workbench OpenLocal(string folder, Machine machine, TimeProvider clock)
    {
        var workspace = Workspace.Find(folder) ?? throw ReleaseFailure.NoWorkspace(folder);
        var engine = new LocalEngine(new LocalEngineOptions(
            workspace.Folder,
            Project,
            stack => EngineText(workspace, stack),
            (settings, options, mocks, test) => StackPrograms.TestAsync(
                settings.Stack,
                mocks,
                new StackFactory(() => ProgramConfiguration.Read(workspace), options),
                test),
            new SecretKeyFile(machine.ProfileFolder),
            machine,
            clock));
        return new Workbench(
            (stack, previous) => StackConfiguration.Read(workspace, stack, previous),
            (stack, service, slot) => StackConfiguration.PlaceOf(workspace, stack, service, slot),
            engine,
            new AzureSessions(workspace.Folder, stack => Subscription(workspace, stack), clock),
            SdkBuild.Name)
        {
            PlaceOfSetting = (stack, path) => StackConfiguration.PlaceOf(workspace, stack, path),
            ReadWith = (stack, running, release) => StackConfiguration.ReadWith(workspace, stack, running, release),
        };
    }

    private static string? Subscription(Workspace workspace, StackName stack) =>
        EngineConfiguration.Value(workspace, stack, "azure-native:subscriptionId")
        ?? (Environment.GetEnvironmentVariable("ARM_SUBSCRIPTION_ID") is { Length: > 0 } variable ? variable : null);

    private static string EngineText(Workspace workspace, StackName stack) =>
        EngineConfiguration.Read(workspace, stack.Name) is Valid<string> valid
            ? valid.Value
            : throw new InvalidOperationException($"The configuration of {stack} was valid a moment ago.");
}
