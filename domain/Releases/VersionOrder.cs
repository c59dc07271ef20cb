using System.Globalization;

namespace ReleaseInfra.Domain.Releases;

/// <summary>Semantic precedence of versions. Commits have none.</summary>
public static class VersionOrder
{
    /// <summary>Null where one of the two is a commit.</summary>
    public static int? Compare(ImageTag left, ImageTag right)
    {
        if (!left.Text.StartsWith('v') || !right.Text.StartsWith('v'))
            return null;
        var (leftCore, leftPre) = Split(left);
        var (rightCore, rightPre) = Split(right);
        var core = CompareParts(leftCore, rightCore);
        if (core != 0 || leftPre.Length == 0 || rightPre.Length == 0)
            return core != 0 ? core : rightPre.Length.CompareTo(leftPre.Length);
        return CompareParts(leftPre, rightPre);
    }

    private static (string[] Core, string[] PreRelease) Split(ImageTag tag)
    {
        var hyphen = tag.Text.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0
            ? (tag.Text[1..].Split('.'), [])
            : (tag.Text[1..hyphen].Split('.'), tag.Text[(hyphen + 1)..].Split('.'));
    }

    private static int CompareParts(string[] left, string[] right)
    {
        for (var index = 0; index < Math.Min(left.Length, right.Length); index++)
        {
            var order = ComparePart(left[index], right[index]);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    // Numbers by size and below words; words by code.
    private static int ComparePart(string left, string right)
    {
        var leftIsNumber = int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        return (leftIsNumber, rightIsNumber) switch
        {
            (true, true) => leftNumber.CompareTo(rightNumber),
            (false, false) => string.CompareOrdinal(left, right),
            _ => leftIsNumber ? -1 : 1,
        };
    }
}
