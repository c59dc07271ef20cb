using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Drift;

internal static class LiveParts
{
    public static void AddIfThere<T>(this ImmutableArray<T>.Builder parts, T? part)
        where T : class
    {
        if (part is not null)
            parts.Add(part);
    }
}
