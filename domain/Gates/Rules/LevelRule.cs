namespace ReleaseInfra.Domain.Gates.Rules;

/// <param name="Name">As in <c>database CPU</c>.</param>
/// <param name="Unit">As in <c>%</c>; empty for a count.</param>
public sealed record Level(string Name, double Value, string Unit);

/// <summary>What must not rise too high: database CPU and connections, restarts, a queue's depth.</summary>
public static class LevelRule
{
    public static Verdict Judge(Level level, double limit)
    {
        if (!double.IsFinite(level.Value))
            return Verdict.Errored($"Not readable: {level.Name} is {level.Value}.");
        var unit = level.Unit.Length == 0 ? "" : $" {level.Unit}";
        var measured = $"{level.Name} is {level.Value:0.##}{unit}, limit {limit:0.##}{unit}.";
        return level.Value > limit ? Verdict.Failed(measured) : Verdict.Passed(measured);
    }
}
