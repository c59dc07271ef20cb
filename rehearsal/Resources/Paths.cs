namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>Property paths; in a rule <c>[]</c> stands for every element of a list.</summary>
internal static class Paths
{
    public static bool AnyCovers(IReadOnlyList<string> rules, string path)
    {
        foreach (var rule in rules)
        {
            if (Covers(rule, path))
                return true;
        }

        return false;
    }

    /// <summary>A rule covers its own path and everything beneath it.</summary>
    public static bool Covers(string rule, string path)
    {
        var at = 0;
        foreach (var expected in rule)
        {
            if (at >= path.Length || path[at] != expected)
                return false;

            at++;
            if (expected == '[')
            {
                while (at < path.Length && char.IsAsciiDigit(path[at]))
                    at++;
            }
        }

        return at == path.Length || path[at] is '.' or '[';
    }
}
