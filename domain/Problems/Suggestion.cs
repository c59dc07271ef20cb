namespace ReleaseInfra.Domain.Problems;

/// <summary>The word that was probably meant.</summary>
public static class Suggestion
{
    private const int ShortestWord = 3;

    /// <summary>Null where nothing is near: at most two edits, fewer in short words; anything is near a word of two letters.</summary>
    public static string? For(string written, IEnumerable<string> known)
    {
        if (written.Length < ShortestWord)
            return null;
        string? nearest = null;
        var limit = Math.Min(2, written.Length / 3);
        foreach (var word in known)
        {
            var distance = Distance(written.ToLowerInvariant(), word.ToLowerInvariant());
            if (distance > limit)
                continue;
            limit = distance - 1;
            nearest = word;
        }

        return nearest;
    }

    // Optimal string alignment: a swap of neighbours, the commonest slip of all, is one edit.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
            rows[row, 0] = row;
        for (var column = 0; column <= right.Length; column++)
            rows[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var same = left[row - 1] == right[column - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(rows[row - 1, column] + 1, rows[row, column - 1] + 1), rows[row - 1, column - 1] + same);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    edits = Math.Min(edits, rows[row - 2, column - 2] + 1);
                rows[row, column] = edits;
            }
        }

        return rows[left.Length, right.Length];
    }
}
