using Pulumi;

namespace ReleaseInfra.Offline.Tests.Fakes;

[EnumType]
internal readonly struct Color : IEquatable<Color>
{
    private readonly string _value;

    private Color(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static Color Green { get; } = new("green");

    public static Color Blue { get; } = new("blue");

    public static explicit operator string(Color color) => color._value;

    public bool Equals(Color other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Color other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
