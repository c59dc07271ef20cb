using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine.Automation.Writing;

/// <summary>
/// From a preview to the update that it leads to. The backend locks only while it updates; until then the saved plan holds the
/// update to what was shown.
/// </summary>
internal sealed class WritingTurn(StackName stack, Action ended) : IAsyncDisposable
{
    // The system makes it for its user alone: a plan has the inputs in it.
    private readonly string _folder = Directory.CreateTempSubdirectory("release-plan-").FullName;

    private StackPlan? _planned;

    public StackName Stack => stack;

    public string PlanFile => Path.Combine(_folder, "plan.json");

    public void Keep(StackPlan plan) => _planned = plan;

    /// <summary>Null for a plan that no update can be held to.</summary>
    public string? PlanFileOf(StackPlan plan) =>
        ReferenceEquals(plan, _planned) && File.Exists(PlanFile) && UpdatePlans.CanHold(plan) ? PlanFile : null;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        ended();
        return ValueTask.CompletedTask;
    }
}
