using System.Collections;
using System.Globalization;

namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>A resource as the program states it.</summary>
/// <param name="Type">Pulumi's type token.</param>
/// <param name="Name">The logical name, which names it only where the inputs do not.</param>
/// <param name="Inputs">Wire names to strings, booleans, numbers, dictionaries and lists.</param>
public sealed record DeclaredResource(string Type, string Name, IReadOnlyDictionary<string, object> Inputs)
{
    /// <summary>
    /// Paths of inputs that the program holds secret, beside those that are secret by their type
    /// (<see cref="ComputedValues.SecretInputs"/>). They are kept as digests.
    /// </summary>
    public IReadOnlyList<string> SecretPaths { get; init; } = [];

    /// <exception cref="RehearsalException">There is none.</exception>
    internal string Text(string path) =>
        TextOrNull(path) ?? throw RehearsalException.MissingInput($"{Type} '{Name}'", path);

    /// <param name="path">Keys joined by dots.</param>
    internal string? TextOrNull(string path) => Find(path) switch
    {
        null => null,
        string text => text,
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    internal bool Flag(string path, bool otherwise) => Find(path) as bool? ?? otherwise;

    internal int Whole(string path, int otherwise) =>
        Find(path) is { } number ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : otherwise;

    internal object? Find(string path)
    {
        if (!path.Contains('.'))
            return Inputs.GetValueOrDefault(path);

        object? value = Inputs;
        foreach (var key in path.Split('.'))
            value = Child(value, key);

        return value;
    }

    private static object? Child(object? parent, string key) => parent switch
    {
        IReadOnlyDictionary<string, object> map => map.GetValueOrDefault(key),
        IDictionary map => map[key],
        _ => null,
    };
}
