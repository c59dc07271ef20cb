namespace Pulumi.Serialization;

/// <summary>
/// A value as mocks see it: null, bool, double, string, a resource, or an immutable array or string dictionary of these.
/// A part that is unknown or secret makes the whole so.
/// </summary>
internal sealed record SerializedValue(object? Value, bool IsKnown, bool IsSecret)
{
    public static SerializedValue Unknown { get; } = new(null, IsKnown: false, IsSecret: false);

    public static SerializedValue Of(object? value) => new(value, IsKnown: true, IsSecret: false);

    /// <summary>Of null, a bool, an int, a double or a string.</summary>
    public static SerializedValue OfScalar(object? value)
        => value switch
        {
            int number => Of((double)number),
            Constants.UnknownValue => Unknown,
            _ => Of(value),
        };
}
