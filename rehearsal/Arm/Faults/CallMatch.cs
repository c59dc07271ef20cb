using System.IO.Enumeration;

namespace ReleaseInfra.Rehearsal.Arm.Faults;

public abstract record CallMatch
{
    private protected CallMatch()
    {
    }

    internal abstract bool Fits(FaultSite site);
}

/// <param name="Name">As in <c>revisions.activate</c>; <c>docs/azure-wire.md</c> lists them.</param>
public sealed record NamedCall(string Name) : CallMatch
{
    internal override bool Fits(FaultSite site) => site.Call == Name;
}

/// <param name="Method">As in <c>GET</c>; <c>*</c> for any.</param>
/// <param name="Path">Without query; <c>*</c> stands for any text, slashes too; compared without case.</param>
public sealed record PathMatch(string Method, string Path) : CallMatch
{
    internal override bool Fits(FaultSite site) =>
        (Method == "*" || Method.Equals(site.Method, StringComparison.OrdinalIgnoreCase))
        && FileSystemName.MatchesSimpleExpression(Path, site.Path, ignoreCase: true);
}

/// <summary>A call, as far as faults look at it.</summary>
internal sealed record FaultSite(string Call, string Method, string Path, string Filter);
