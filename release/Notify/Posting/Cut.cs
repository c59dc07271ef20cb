namespace ReleaseInfra.Cli.Notify.Posting;

internal static class Cut
{
    private const char Mark = '…';

    /// <summary>Whole characters, and a mark where some are left out.</summary>
    /// <param name="written">Each as the channel takes it.</param>
    /// <param name="longest">UTF-16 units, the mark among them.</param>
    public static string To(int longest, IEnumerable<string> written)
    {
        var text = new System.Text.StringBuilder();
        var whole = 0;
        foreach (var piece in written)
        {
            if (text.Length + piece.Length > longest)
            {
                text.Length = whole;
                return text.Append(Mark).ToString();
            }

            text.Append(piece);
            if (text.Length < longest)
                whole = text.Length;
        }

        return text.ToString();
    }

    public static string To(int longest, string text) => To(longest, text.EnumerateRunes().Select(rune => rune.ToString()));
}
