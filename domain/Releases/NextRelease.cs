using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Releases;

/// <summary>What a release's first change of the configuration is, or why there is none.</summary>
public abstract record NextRelease
{
    private protected NextRelease()
    {
    }

    /// <summary>A new tag in the idle slot of each service, newest and without traffic; in the place of the old one where there are no slots.</summary>
    /// <param name="services">Names of the running release's services; none for all.</param>
    /// <exception cref="ArgumentException">The release has no such service.</exception>
    public static NextRelease Of(ReleaseSettings running, ImageTag tag, IReadOnlyCollection<string> services)
    {
        if (services.FirstOrDefault(service => !running.Services.ContainsKey(service)) is { } unknown)
            throw new ArgumentException($"The release has no service '{unknown}'.", nameof(services));

        var next = running.Services.ToBuilder();
        var changed = ImmutableArray.CreateBuilder<ServiceChange>();
        foreach (var (service, release) in running.Services)
        {
            if (services.Count > 0 && !services.Contains(service))
                continue;
            switch (release)
            {
                case RollingRelease rolling when rolling.Tag != tag:
                    next[service] = new RollingRelease(tag);
                    changed.Add(new ServiceChange(service, null, rolling.Tag, 1));
                    break;
                case BlueGreenRelease { Blue.Weight: > 0, Green.Weight: > 0 } half:
                    return new ReleaseUnderWay(service, half);
                case BlueGreenRelease slots when slots[Serving(slots)].Tag != tag:
                    var idle = Serving(slots).Other();
                    var staged = slots.Staged(idle, tag);
                    next[service] = staged;
                    changed.Add(new ServiceChange(service, idle, slots[idle.Other()].Tag, staged[idle].Revision));
                    break;
            }
        }

        return changed.Count == 0 ? new NothingToRelease() : new ReleaseBegins(new ReleaseSettings(next.ToImmutable()), changed.ToImmutable());
    }

    private static Slot Serving(BlueGreenRelease slots) => slots.Blue.Weight > 0 ? Slot.Blue : Slot.Green;
}

/// <param name="Release">Of all services, changed or not.</param>
/// <param name="Changes">In the order of the services' names.</param>
public sealed record ReleaseBegins(ReleaseSettings Release, ImmutableArray<ServiceChange> Changes) : NextRelease;

/// <summary>Every service that was asked for serves the tag already.</summary>
public sealed record NothingToRelease : NextRelease;

/// <summary>Both slots of a service carry traffic: neither may change before one has all of it.</summary>
public sealed record ReleaseUnderWay(string Service, BlueGreenRelease Release) : NextRelease;

/// <param name="Slot">That takes the new version; null for a service without slots.</param>
/// <param name="From">What serves; null where nothing does.</param>
/// <param name="Revision">1 for a service without slots.</param>
public sealed record ServiceChange(string Service, Slot? Slot, ImageTag? From, int Revision);
