namespace ReleaseInfra.Domain.Settings;

/// <summary>The time zones that can be told the time of here.</summary>
public interface ITimeZones
{
    /// <summary>By IANA name.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>True only where there is data, and the name is not in it.</summary>
    bool Lacks(string name);
}
