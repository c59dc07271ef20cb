using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Keys;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>A network's ranges in the order in which they are read, each held against those before it.</summary>
internal sealed class NetworkRanges(Section section, Key<AddressRange> addressSpace)
{
    // Container Apps' own, in a workload-profiles environment.
    private static readonly string[] Reserved =
    [
        "169.254.0.0/16",
        "172.30.0.0/16",
        "172.31.0.0/16",
        "192.0.2.0/24",
        "100.100.0.0/17",
        "100.100.128.0/19",
        "100.100.160.0/19",
        "100.100.192.0/19",
    ];

    private readonly List<(string Key, string Text)> _subnets = [];
    private AddressRange _space;

    public string ReadSpace()
    {
        _space = section.Read(addressSpace);
        return Text(addressSpace);
    }

    public string ReadSubnet(Key<AddressRange> key, int longestPrefix, string forWhat)
    {
        var range = section.Read(key);
        if (section.AreSound(key))
        {
            Check(section.PlaceOf(key), range, longestPrefix, forWhat);
            _subnets.Add((key.Name, Text(key)));
        }

        return Text(key);
    }

    private void Check(Place place, AddressRange range, int longestPrefix, string forWhat)
    {
        if (range.Prefix > longestPrefix)
            section.Problems.Add(SettingsProblems.SubnetTooSmall(place, longestPrefix, forWhat));
        if (section.AreSound(addressSpace) && !_space.Contains(range))
            section.Problems.Add(SettingsProblems.SubnetOutside(place, Text(addressSpace)));
        foreach (var reserved in Reserved)
        {
            if (AddressRange.Parse(reserved).Overlaps(range))
                section.Problems.Add(SettingsProblems.ReservedRange(place, reserved));
        }

        foreach (var (key, text) in _subnets)
        {
            if (AddressRange.Parse(text).Overlaps(range))
                section.Problems.Add(SettingsProblems.SubnetsOverlap(place, key, text));
        }
    }

    private string Text(Key<AddressRange> key) => section.PlaceOf(key).Value ?? "";
}
