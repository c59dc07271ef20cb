using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation;
using Pulumi.Automation.Events;
using ReleaseInfra.Cli.Engine.Automation.Events;
using ReleaseInfra.Cli.Engine.Automation.Failures;
using ReleaseInfra.Cli.Engine.Automation.History;
using ReleaseInfra.Cli.Engine.Automation.State;
using ReleaseInfra.Cli.Engine.Automation.Writing;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Settings;
using UpdateKind = ReleaseInfra.Cli.Engine.History.UpdateKind;

namespace ReleaseInfra.Cli.Engine.Automation;

/// <summary>The Pulumi CLI and its backend: state, lock and history are the backend's, and so is the program's run.</summary>
internal sealed class PulumiEngine(PulumiEngineOptions options) : IStackEngine
{
    public const string EngineName = "pulumi";

    private const string NoColour = "never";

    private static readonly TimeSpan LastWords = TimeSpan.FromMinutes(1);

    private readonly SecretTexts _secrets = new();
    private readonly ConcurrentDictionary<StackName, PulumiStack> _opened = new();
    private readonly BackendHistory _history = new(options.ReadRelease);

    private WritingTurn? _turn;

    public string Name => EngineName;

    public string StateLocation(StackName stack) => $"stack {stack} in {options.Backend}";

    public async Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation)
    {
        var opened = await OpenAsync(stack, cancellation);
        return await RecallAsync(opened, stack, cancellation);
    }

    public async Task<StackPlan> PreviewAsync(
        EnvironmentSettings settings,
        AppliedStack? applied,
        IProgress<EngineProgress> progress,
        CancellationToken cancellation)
    {
        var opened = await OpenAsync(settings.Stack, cancellation);
        var turn = TurnOf(settings.Stack);
        var changes = new ChangeCollector(new EngineValues(_secrets), applied?.Resources ?? [], progress);
        await opened.AskAsync((stack, complaint) => stack.PreviewAsync(
            new PreviewOptions
            {
                Plan = turn?.PlanFile,
                Color = NoColour,
                OnEvent = told =>
                {
                    complaint.Note(told);
                    changes.Note(told);
                },
            },
            cancellation));

        var plan = new StackPlan(settings.Stack, settings.Location, applied, settings.Release, changes.Changes, changes.Outputs);
        if (!UpdatePlans.CanHold(plan))
            plan = plan with { Notes = [UpdatePlans.NotHeld] };
        turn?.Keep(plan);
        return plan;
    }

    public Task<IAsyncDisposable> LockAsync(StackName stack, string purpose, CancellationToken cancellation)
    {
        var turn = new WritingTurn(stack, () => _turn = null);
        return Task.FromResult<IAsyncDisposable>(_turn = turn);
    }

    public async Task<AppliedStack> ApplyAsync(
        StackPlan plan,
        UpdateKind kind,
        IProgress<AppliedChange> progress,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var opened = await OpenAsync(plan.Stack, cancellation);
        var update = new UpdateProgress(plan, progress);
        try
        {
            return await opened.AskAsync(
                (stack, complaint) => RunAsync(stack, plan, kind, told =>
                {
                    complaint.Note(told);
                    update.Note(told);
                }),
                () => LearnAsync(opened, plan.Stack));
        }
        catch (ReleaseFailure) when (cancellation.IsCancellationRequested)
        {
            throw ReleaseFailure.UpdateInterrupted(kind.Word(), plan.Stack.Name, update.Done, update.Of);
        }
        catch (ReleaseFailure failure) when (failure.Code == ExitCode.EngineFailed)
        {
            throw ReleaseFailure.UpdateFailed(kind.Word(), plan.Stack.Name, update.Done, update.Of, failure);
        }
    }

    public async Task<ImmutableArray<StackUpdate>> HistoryAsync(StackName stack, CancellationToken cancellation)
    {
        var opened = await OpenAsync(stack, cancellation);
        return _history.Updates(await opened.AskAsync((one, _) => BackendHistory.ReadAsync(one, cancellation)));
    }

    /// <summary>
    /// What Azure has otherwise than it was applied; the state stays as it is. A change says what a refresh would write down: from
    /// what was applied to what Azure has.
    /// </summary>
    /// <exception cref="ReleaseFailure">Pulumi or a provider failed.</exception>
    public async Task<ImmutableArray<ResourceChange>> DriftAsync(StackName name, CancellationToken cancellation)
    {
        var opened = await OpenAsync(name, cancellation);
        var drift = new DriftCollector(new EngineValues(_secrets));
        await opened.AskAsync((stack, complaint) => stack.RefreshAsync(
            new RefreshOptions
            {
                PreviewOnly = true,
                ShowSecrets = false,
                Color = NoColour,
                OnEvent = told =>
                {
                    complaint.Note(told);
                    drift.Note(told);
                },
            },
            cancellation));
        return drift.Changes;
    }

    // Without a token: an update that is killed leaves its lock, and operations whose end nobody knows. Ctrl-C on a terminal
    // reaches the executable as well, which then ends in good order by itself.
    private async Task<AppliedStack> RunAsync(WorkspaceStack stack, StackPlan plan, UpdateKind kind, Action<EngineEvent> onEvent)
    {
        var message = UpdateMessage.Of(plan, options.Machine.Operator);
        if (kind == UpdateKind.Destroy)
        {
            await stack.DestroyAsync(new DestroyOptions { Message = message, Color = NoColour, ShowSecrets = false, OnEvent = onEvent });
            return new AppliedStack(plan.Location, plan.Release, [], MapValue.Empty);
        }

        var updated = await stack.UpAsync(new UpOptions
        {
            Message = message,
            Color = NoColour,
            ShowSecrets = false,
            Plan = TurnOf(plan.Stack)?.PlanFileOf(plan),
            OnEvent = onEvent,
        });
        return new AppliedStack(
            plan.Location,
            plan.Release,
            [.. plan.Changes.Where(change => change.Operation != Operation.Delete).Select(change => change.Resource)],
            new EngineValues(_secrets).Map(updated.Outputs));
    }

    private async Task<AppliedStack?> RecallAsync(PulumiStack opened, StackName name, CancellationToken cancellation)
    {
        var updates = await opened.AskAsync((stack, _) => BackendHistory.ReadAsync(stack, cancellation));
        var state = await ExportAsync(opened, name, cancellation);
        if (state.Pending.FirstOrDefault(operation => operation.MayHaveMadeSomething) is { } lost && TurnOf(name) is not null)
            throw ReleaseFailure.PendingCreation(name.Name, lost.Urn);
        if (updates.IsEmpty && state.Resources.IsEmpty)
            return null;

        var last = LastRelease.Of(_history, updates);
        return new AppliedStack(last.Location, last.Release, state.Resources, state.Outputs)
        {
            IsFinished = last.IsFinished && state.Pending.IsEmpty,
            Notes = [.. last.Notes, .. state.Pending.Select(operation => operation.Text(name.Name))],
        };
    }

    // What the update itself has drawn stands in its state, and may stand in what failed after it.
    private async Task LearnAsync(PulumiStack opened, StackName name)
    {
        try
        {
            using var last = new CancellationTokenSource(LastWords, options.Clock);
            await ExportAsync(opened, name, last.Token);
        }
        catch (ReleaseFailure)
        {
            // The failure that is being told matters more.
        }
    }

    private async Task<ExportedState> ExportAsync(PulumiStack opened, StackName name, CancellationToken cancellation)
    {
        var exported = await opened.AskAsync((stack, _) => stack.ExportStackAsync(cancellation));
        try
        {
            return new StateReader(new EngineValues(_secrets)).Read(exported.Json);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw ReleaseFailure.StateUnreadable(StateLocation(name), unreadable.Message);
        }
    }

    private WritingTurn? TurnOf(StackName stack) => _turn is { } turn && turn.Stack == stack ? turn : null;

    // Once for a command: each opening asks the executable for its version and the backend for the stack.
    private async Task<PulumiStack> OpenAsync(StackName stack, CancellationToken cancellation) =>
        _opened.TryGetValue(stack, out var opened)
            ? opened
            : _opened[stack] = await PulumiStack.OpenAsync(options, stack, _secrets, cancellation);
}
