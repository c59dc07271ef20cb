using System.Globalization;
using System.Text;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Domain.Notices;

/// <summary>The turns of phrase that notices share.</summary>
internal static class NoticeText
{
    /// <summary>Nobody reads more of it in a chat, and every channel takes as much.</summary>
    private const int Longest = 1000;

    private const char Cut = '…';

    /// <summary>
    /// One line of what people and programs wrote: no line breaks, which could begin a header of a mail, and no invisible
    /// characters, which could turn a text around.
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength >= Longest)
                return line.Append(Cut).ToString();
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    line.Append(' ');
                    break;
                case UnicodeCategory.Format:
                    break;
                default:
                    line.Append(rune.ToString());
                    break;
            }
        }

        return line.ToString().Trim();
    }

    /// <summary>As in <c>web v1.2.3, worker v1.2.3</c>.</summary>
    public static string Versions(ReleaseBegan began) =>
        string.Join(", ", began.Services.Select(service => $"{service.Service} {service.To.Text}"));

    /// <summary>As in <c>web v1.2.2 to v1.2.3</c>.</summary>
    public static string Changes(ReleaseBegan began) => string.Join(", ", began.Services.Select(service =>
        service.From is { } from ? $"{service.Service} {from.Text} to {service.To.Text}" : $"{service.Service} {service.To.Text}, its first version"));

    public static string Time(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    /// <summary>As in <c>1 h 5 min</c>; under two minutes in seconds.</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalMinutes):0} min"),
        { Minutes: 0 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours):0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours):0} h {span.Minutes} min"),
    };

    /// <summary>With one full stop at its end.</summary>
    public static string Sentence(string text) => $"{text.TrimEnd().TrimEnd('.')}.";
}
