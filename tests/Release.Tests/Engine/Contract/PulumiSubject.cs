using Pulumi.Automation.Commands;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Automation;
using ReleaseInfra.Cli.Engine.Automation.History;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Scripted;

namespace ReleaseInfra.Release.Tests.Engine.Contract;

internal sealed class PulumiSubject : IEngineSubject
{
    private readonly TemporaryWorkspace _workspace = new();
    private readonly ScriptedPulumi _pulumi;
    private readonly ScriptedStack _stack;

    private bool _interrupted;

    public PulumiSubject()
    {
        Settings = ContractSettings.Of(_workspace);
        _pulumi = new ScriptedPulumi(_workspace.Folder);
        _stack = new ScriptedStack(_pulumi, ContractSettings.ReleaseOf(_workspace));
        Engine = new PulumiEngine(new PulumiEngineOptions(
            _workspace.Folder,
            "azblob://state",
            async cancellation => await LocalPulumiCommand.CreateAsync(cancellationToken: cancellation),
            ConfiguredRelease.Read,
            CommandLineRun.Machine(_workspace),
            new ManualTime()));
    }

    public IStackEngine Engine { get; }

    public EnvironmentSettings Settings { get; }

    public IReadOnlyList<ContractResource> Declared { get; set; } = [];

    public void Prepare()
    {
        _stack.Record(Declared, _interrupted);
        _interrupted = false;
    }

    public void ExpectInterrupt() => _interrupted = true;

    public void Interrupt() => _pulumi.LetGo();

    public Task<IAsyncDisposable> UpdateElsewhereAsync()
    {
        _stack.Lock();
        return Task.FromResult<IAsyncDisposable>(new Unlocked());
    }

    public void Dispose() => _workspace.Dispose();

    // What is played back is recorded anew before the next use.
    private sealed class Unlocked : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
