using ReleaseInfra.Cli.Engine.Automation;
using ReleaseInfra.Cli.Engine.Local;

namespace ReleaseInfra.Cli.Engine;

/// <summary>The engines by name.</summary>
internal static class Engines
{
    public static IReadOnlyList<string> All { get; } = [LocalEngine.EngineName, PulumiEngine.EngineName];

    /// <param name="sdk">As the build names it.</param>
    /// <param name="asked">As in <c>--engine</c>; null where nobody asked.</param>
    /// <exception cref="ReleaseFailure">There is no such engine.</exception>
    public static string Choose(string sdk, string? asked)
    {
        if (asked is null)
            return sdk == "nuget" ? PulumiEngine.EngineName : LocalEngine.EngineName;
        return All.Contains(asked) ? asked : throw ReleaseFailure.UnknownEngine(asked, All);
    }
}
