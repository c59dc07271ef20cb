using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Rehearse.Faults;

/// <summary>When a release's process is killed: as soon as its journal says that it is there, before that state's work is done.</summary>
internal abstract record KillMoment
{
    private protected KillMoment(string text) => Text = text;

    /// <summary>As it is written behind <c>@</c>.</summary>
    public string Text { get; }

    public static string Allowed => $"{string.Join(", ", KillInState.Words)}, step-N while N percent are written, or baking-N while they are judged";

    public abstract bool Is(RolloutState state);

    /// <summary>Whether a release of the course may come to be there.</summary>
    public abstract bool IsOn(RolloutCourse course);
}

/// <summary>While a step's weights are written.</summary>
/// <param name="Weight">1..100, of the step; null for the first one.</param>
internal sealed record KillInStep(int? Weight) : KillMoment(Weight is { } weight ? string.Create(CultureInfo.InvariantCulture, $"step-{weight}") : "step")
{
    public override bool Is(RolloutState state) => state is Shifting shifting && (Weight is null ? shifting.Step == 0 : shifting.Weight == Weight);

    public override bool IsOn(RolloutCourse course) => Weight is null || course.Steps.Any(step => step.Weight == Weight);
}

/// <summary>While a step's weights stand and are judged.</summary>
/// <param name="Weight">1..100, of the step.</param>
internal sealed record KillInBake(int Weight) : KillMoment(string.Create(CultureInfo.InvariantCulture, $"baking-{Weight}"))
{
    public override bool Is(RolloutState state) => state is Baking baking && baking.Weight == Weight;

    public override bool IsOn(RolloutCourse course) => course.Steps.Any(step => step.Weight == Weight);
}

internal sealed record KillInState : KillMoment
{
    private static readonly ImmutableArray<(string Word, Func<RolloutState, bool> Is)> States =
    [
        ("planned", state => state is Planned),
        ("past-preflight", state => state is Preflight),
        ("backed-up", state => state is BackedUp),
        ("migrated", state => state is Migrated),
        ("deployed", state => state is DeployedAtZero),
        ("smoke-tested", state => state is Smoked),
        ("drilling", state => state is Drilling),
        ("drilled", state => state is Drilled),
        ("complete", state => state is Complete),
        ("watching", state => state is Watching),
        ("rolling-back", state => state is RollingBack),
    ];

    private readonly Func<RolloutState, bool> _is;

    private KillInState(string word, Func<RolloutState, bool> isThere)
        : base(word) => _is = isThere;

    public static IEnumerable<string> Words => States.Select(state => state.Word);

    /// <returns>Null where no state is called so.</returns>
    public static KillInState? Find(string word) =>
        States.Where(state => state.Word == word).Select(state => new KillInState(state.Word, state.Is)).FirstOrDefault();

    public override bool Is(RolloutState state) => _is(state);

    public override bool IsOn(RolloutCourse course) => Text switch
    {
        "backed-up" or "migrated" => course.Migrates,
        "drilling" or "drilled" => course.Drills,
        "deployed" => course.SideBySide,
        _ => true,
    };

    public bool Equals(KillInState? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
