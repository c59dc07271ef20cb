using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Rollouts;

/// <summary>What one release group goes through: fixed when the release starts.</summary>
public sealed record RolloutCourse
{
    /// <exception cref="ArgumentException">No service, one twice, or a strategy that the services cannot follow.</exception>
    public RolloutCourse(ImmutableArray<GroupMember> members, Strategy strategy, CourseDeadlines deadlines)
    {
        if (members.IsDefaultOrEmpty)
            throw new ArgumentException("A release group has at least one service.", nameof(members));
        if (members.Select(member => member.Service).Distinct(StringComparer.Ordinal).Count() < members.Length)
            throw new ArgumentException("A service stands in a release group once.", nameof(members));
        var weighed = members.Any(member => member.Movement == Movement.Weighed);
        if (weighed == strategy is Rolling)
        {
            throw new ArgumentException(
                weighed
                    ? "A group with a service that can be weighed is released blue/green or as a canary, not rolling."
                    : "A group in which nothing can be weighed is released rolling.",
                nameof(strategy));
        }

        (Members, Strategy, Deadlines) = (members, strategy, deadlines);
    }

    /// <summary>In the order in which they move; they return in the reverse order.</summary>
    public ImmutableArray<GroupMember> Members { get; }

    public Strategy Strategy { get; }

    public CourseDeadlines Deadlines { get; }

    /// <summary>With a backup before.</summary>
    public bool Migrates { get; init; }

    /// <summary>Move 1 % to the new version and back before the first step, so that a rollback has been done once.</summary>
    public bool Drills { get; init; }

    public ImmutableArray<TrafficStep> Steps => Strategy.Steps;

    /// <summary>Whether there is a new version beside the old one before it has traffic.</summary>
    public bool SideBySide => Strategy is not Rolling;

    internal int LastStep => Steps.Length - 1;

    internal ImmutableArray<GroupMember> Movers(int step) =>
        step == LastStep ? Members : [.. Members.Where(member => member.Movement == Movement.Weighed)];

    /// <param name="moved">How many of the step's movers have its weight; the others have the weight of the step before.</param>
    internal int Weight(string service, int step, int moved)
    {
        var member = Member(service);
        var before = step == 0 || member.Movement == Movement.InPlace ? 0 : Steps[step - 1].Weight;
        var place = Movers(step).IndexOf(member);
        return place >= 0 && place < moved ? Steps[step].Weight : before;
    }

    internal GroupMember Member(string service) => Members.FirstOrDefault(member => member.Service == service)
        ?? throw new ArgumentException(
            $"The group has no service '{service}'; it has {string.Join(", ", Members.Select(member => member.Service))}.",
            nameof(service));
}
