using System.Globalization;

namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>An IPv4 range such as 10.0.0.0/16, with no bit set behind its prefix.</summary>
internal readonly record struct AddressRange(uint Network, int Prefix)
{
    public static bool TryParse(string text, out AddressRange range)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || prefix is < 1 or > 32
            || !TryParseAddress(text[..slash], out var network))
        {
            return false;
        }

        range = new AddressRange(network, prefix);
        return (network & ~range.Mask) == 0;
    }

    /// <exception cref="FormatException">The text is no range.</exception>
    public static AddressRange Parse(string text) => TryParse(text, out var range) ? range : throw new FormatException($"'{text}' is no range.");

    public bool Contains(AddressRange other) => other.Prefix >= Prefix && (other.Network & Mask) == Network;

    public bool Overlaps(AddressRange other) => Contains(other) || other.Contains(this);

    private uint Mask => uint.MaxValue << (32 - Prefix);

    private static bool TryParseAddress(string text, out uint address)
    {
        address = 0;
        var parts = text.Split('.');
        if (parts.Length != 4)
            return false;
        foreach (var part in parts)
        {
            if (part.Length is 0 or > 3 || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var octet))
                return false;
            address = (address << 8) | octet;
        }

        return true;
    }
}
