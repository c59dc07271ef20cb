using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>Hides what Azure's own schema calls secret, whatever the program called it.</summary>
internal static class SecretMask
{
    /// <param name="path">Keys joined by dots; <c>[]</c> behind a key stands for every element of its list.</param>
    public static InputValue Hide(InputValue value, string path, Func<InputValue, InputValue> hide) =>
        Hide(value, path.Split('.'), hide);

    private static InputValue Hide(InputValue value, ReadOnlySpan<string> path, Func<InputValue, InputValue> hide)
    {
        if (path.IsEmpty)
            return hide(value);

        var key = path[0].EndsWith("[]", StringComparison.Ordinal) ? path[0][..^2] : path[0];
        if (value is not MapValue map || map.Find(key) is not { } child)
            return value;

        var hidden = child is ListValue list && key.Length < path[0].Length
            ? HideItems(list, path[1..], hide)
            : Hide(child, path[1..], hide);
        return new MapValue([.. map.Entries.Select(entry => entry.Key == key ? new MapEntry(key, hidden) : entry)]);
    }

    private static ListValue HideItems(ListValue list, ReadOnlySpan<string> path, Func<InputValue, InputValue> hide)
    {
        var items = ImmutableArray.CreateBuilder<InputValue>(list.Items.Length);
        foreach (var item in list.Items)
            items.Add(Hide(item, path, hide));

        return new ListValue(items.MoveToImmutable());
    }
}
