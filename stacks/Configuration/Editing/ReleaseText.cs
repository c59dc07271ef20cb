using System.Globalization;
using ReleaseInfra.Domain.Releases;
using YamlDotNet.Core;

namespace ReleaseInfra.Stacks.Configuration.Editing;

/// <summary>The text of a stack's file with another release in it. Comments, layout and every other key stay as they are.</summary>
public static class ReleaseText
{
    private static readonly string[] Release = [StackFile.Config, ProgramConfiguration.Release];

    /// <param name="text">Of a file that was read without a problem.</param>
    /// <param name="release">Only services that the text has; nothing is taken away.</param>
    /// <exception cref="ArgumentException">The text has no such service.</exception>
    public static string With(string text, ReleaseSettings release)
    {
        foreach (var (service, settings) in release.Services)
        {
            // One value at a time: each edit moves everything behind it.
            while (Edit(text, service, settings) is { } edited)
                text = edited;
        }

        return text;
    }

    /// <summary>Null where everything is as it should be.</summary>
    private static string? Edit(string text, string service, ServiceRelease release)
    {
        var written = WrittenNode.Read(text).Find([.. Release, service]) as WrittenObject
            ?? throw new ArgumentException($"The stack's file has no release of '{service}'.", nameof(release));
        return release switch
        {
            RollingRelease rolling => Edit(text, written, "tag", rolling.Tag.Text, after: "tag"),
            BlueGreenRelease slots => Edit(text, written, "newest", slots.Newest.Name(), after: "newest")
                ?? EditSlot(text, written, Slot.Blue, slots.Blue)
                ?? EditSlot(text, written, Slot.Green, slots.Green),
            _ => throw new ArgumentException($"Unknown release {release.GetType().Name}.", nameof(release)),
        };
    }

    private static string? EditSlot(string text, WrittenObject service, Slot slot, SlotRelease release)
    {
        if (release.Tag is not { } tag)
            return null;
        if (service.Find(slot.Name()) is not WrittenObject written)
            return Insert(text, service, slot.Name(), Written(release), after: service.Entries.ContainsKey(slot.Other().Name()) ? slot.Other().Name() : "newest");
        return Edit(text, written, "tag", tag.Text, after: "tag")
            ?? EditRevision(text, written, release.Revision)
            ?? Edit(text, written, "weight", Number(release.Weight), after: "tag");
    }

    /// <summary>The first revision of a tag is nowhere written.</summary>
    private static string? EditRevision(string text, WrittenObject slot, int revision) =>
        revision == 1 && slot.Find("revision") is null ? null : Edit(text, slot, "revision", Number(revision), after: "tag");

    private static string? Edit(string text, WrittenObject parent, string key, string value, string after) => parent.Find(key) switch
    {
        null => Insert(text, parent, key, value, after),
        WrittenScalar scalar when scalar.Value == value => null,
        WrittenScalar scalar => text[..scalar.Start] + Quoted(value, scalar.Style) + text[scalar.End..],
        _ => throw new ArgumentException($"'{key}' is written as an object or a list.", nameof(parent)),
    };

    private static string Insert(string text, WrittenObject parent, string key, string value, string after)
    {
        var beside = parent.Find(after) ?? throw new ArgumentException($"'{key}' has no place: there is no '{after}' beside it.", nameof(parent));
        if (parent.Brace is not null)
            return text.Insert(beside.End, $", {key}: {value}");

        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var end = text.IndexOf(line, beside.End, StringComparison.Ordinal);
        return text.Insert(end < 0 ? text.Length : end, $"{line}{new string(' ', beside.Column)}{key}: {value}");
    }

    private static string Written(SlotRelease slot) => slot.Revision == 1
        ? $"{{ tag: {slot.Tag!.Text}, weight: {Number(slot.Weight)} }}"
        : $"{{ tag: {slot.Tag!.Text}, revision: {Number(slot.Revision)}, weight: {Number(slot.Weight)} }}";

    private static string Quoted(string value, ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => $"'{value}'",
        ScalarStyle.DoubleQuoted => $"\"{value}\"",
        _ => value,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
