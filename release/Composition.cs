using System.Runtime.CompilerServices;
using System.Text;
using Pulumi.Automation.Commands;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Automation;
using ReleaseInfra.Cli.Engine.Automation.History;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Rehearse.Inside;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Stacks;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Cli;

/// <summary>Puts the real parts together: the workspace's files, the program's stacks, an engine.</summary>
internal static class Composition
{
    /// <summary>As in Pulumi.yaml: it stands in every URN and before every key of the program's own.</summary>
    private const string Project = "release-infra";

    /// <param name="engine">As in <c>--engine</c>; the build's own for null.</param>
    /// <exception cref="ReleaseFailure">The folder is in no workspace, or there is no such engine.</exception>
    public static Workbench Open(string folder, string? engine, Machine machine, TimeProvider clock)
    {
        var workspace = Workspace.Find(folder) ?? throw ReleaseFailure.NoWorkspace(folder);
        return Open(workspace, folder, Engines.Choose(SdkBuild.Name, engine), machine, clock, options => options);
    }

    /// <summary>The same with the rehearsal's Azure, and with its clock. There is one engine in a rehearsal.</summary>
    public static Workbench OpenInside(string folder, Machine machine, RehearsalSeat seat)
    {
        var workspace = Workspace.Find(folder) ?? throw ReleaseFailure.NoWorkspace(folder);
        return seat.In(Open(workspace, folder, LocalEngine.EngineName, seat.In(machine), seat.Clock, seat.In));
    }

    private static Workbench Open(
        Workspace workspace,
        string folder,
        string engine,
        Machine machine,
        TimeProvider clock,
        Func<LocalEngineOptions, LocalEngineOptions> arrange)
    {
        var isRemote = engine == PulumiEngine.EngineName;
        return new Workbench(
            (stack, previous) => StackConfiguration.Read(workspace, stack, previous),
            (stack, service, slot) => StackConfiguration.PlaceOf(workspace, stack, service, slot),
            isRemote ? Remote(workspace, machine, clock) : new LocalEngine(arrange(Local(workspace, machine, clock))),
            new AzureSessions(workspace.Folder, stack => Subscription(workspace, stack), clock),
            SdkBuild.Name)
        {
            PlaceOfSetting = (stack, path) => StackConfiguration.PlaceOf(workspace, stack, path),
            ReadWith = (stack, running, release) => StackConfiguration.ReadWith(workspace, stack, running, release),
            Machine = machine,
            KeepAsync = (edited, cancellation) => KeepAsync(workspace, edited, cancellation),
            DigestOf = stack => StackConfiguration.DigestOf(workspace, stack),
            RequestsOf = stack => isRemote && JournalStores.AreShared(workspace, stack) ? null : new FileRequestBox(workspace.Folder, clock),
            Folder = workspace.Folder,
            CurrentFolder = folder,
            Journals = isRemote ? JournalStores.Configured(workspace, clock) : JournalStores.Local(workspace),
        };
    }

    private static async Task KeepAsync(Workspace workspace, EditedConfiguration edited, CancellationToken cancellation)
    {
        try
        {
            await DurableFile.ReplaceAsync(
                workspace.PathOf(edited.File),
                async (file, token) => await file.WriteAsync(Encoding.UTF8.GetBytes(edited.Text), token),
                cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FileUnwritable(edited.File, unwritable);
        }

        workspace.Forget();
    }

    private static string? Subscription(Workspace workspace, StackName stack) =>
        EngineConfiguration.Value(workspace, stack, "azure-native:subscriptionId")
        ?? (Environment.GetEnvironmentVariable("ARM_SUBSCRIPTION_ID") is { Length: > 0 } variable ? variable : null);

    private static LocalEngineOptions Local(Workspace workspace, Machine machine, TimeProvider clock) => new(
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
        clock);

    // By itself, or its assembly would be loaded for every preview of the local engine.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PulumiEngine Remote(Workspace workspace, Machine machine, TimeProvider clock) => new(new PulumiEngineOptions(
        workspace.Folder,
        BackendName.Of(machine.PulumiBackend),
        async cancellation => await LocalPulumiCommand.CreateAsync(cancellationToken: cancellation),
        ConfiguredRelease.Read,
        machine,
        clock));

    private static string EngineText(Workspace workspace, StackName stack) =>
        EngineConfiguration.Read(workspace, stack.Name) is Valid<string> valid
            ? valid.Value
            : throw new InvalidOperationException($"The configuration of {stack} was valid a moment ago.");
}
