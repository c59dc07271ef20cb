using System.Globalization;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>A type with its length, as PostgreSQL writes both: <c>numeric(10,2)</c>, <c>timestamp(3) without time zone</c>.</summary>
internal sealed record ColumnType(string Name, int? Length, int? Scale, bool IsArray)
{
    private const string CharacterVarying = "character varying";

    // Each takes every value of those before it, and a client that reads the narrower ones reads these as well.
    private static readonly string[] Integers = ["smallint", "integer", "bigint"];
    private static readonly string[] Floats = ["real", "double precision"];

    public static ColumnType Parse(string text)
    {
        var isArray = text.EndsWith("[]", StringComparison.Ordinal);
        var scalar = isArray ? text[..^2] : text;
        var (open, close) = (scalar.IndexOf('('), scalar.IndexOf(')'));
        if (open < 0 || close < open)
            return new ColumnType(scalar, null, null, isArray);

        var numbers = scalar[(open + 1)..close].Split(',').Select(number => (int?)int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new ColumnType(scalar[..open] + scalar[(close + 1)..], numbers[0], numbers.ElementAtOrDefault(1), isArray);
    }

    /// <summary>Whether every value of the other type is one of this type too, and means the same.</summary>
    public bool TakesAllOf(ColumnType other)
    {
        if (IsArray != other.IsArray)
            return false;
        if (Name == other.Name)
            return Name == "numeric" ? IsRoomierNumber(other) : Length is null || other.Length <= Length;
        if (Array.IndexOf(Integers, other.Name) is >= 0 and var integer)
            return Array.IndexOf(Integers, Name) > integer || (Name == "numeric" && (Length is null || Length - (Scale ?? 0) >= 19));
        if (Array.IndexOf(Floats, other.Name) is >= 0 and var real)
            return Array.IndexOf(Floats, Name) > real;
        return other.Name == CharacterVarying
            ? Name is "text" or "citext"
            : other.Name == "text" && Name == CharacterVarying && Length is null;
    }

    // More digits after the point may not take any from those before it.
    private bool IsRoomierNumber(ColumnType other)
    {
        if (Length is null)
            return true;
        var (scale, otherScale) = (Scale ?? 0, other.Scale ?? 0);
        return other.Length <= Length && otherScale <= scale && other.Length - otherScale <= Length - scale;
    }
}
