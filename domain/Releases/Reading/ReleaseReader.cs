using System.Collections.Immutable;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Releases.Reading;

/// <summary>Reads <c>release-infra:release</c> of a stack's file.</summary>
internal static class ReleaseReader
{
    public const string Key = "release-infra:release";

    private static readonly Key<ImageTag> RollingTag = new("tag", new TagForm());
    private static readonly KeyTable RollingKeys = new(RollingTag);

    /// <summary>Names are not judged by a form: a service that the environment lacks is said to be just that.</summary>
    public static readonly EntriesKey Entries = new(Key, Texts.Any, BlueGreenReader.Keys, RollingKeys);

    /// <summary>The entries that could be read.</summary>
    /// <param name="parent">The object that holds the key.</param>
    /// <param name="form">Null for a service that the environment does not have.</param>
    public static ReleaseSettings Read(Section parent, Func<string, ReleaseForm?> form, IReadOnlyCollection<string> known)
    {
        var services = ImmutableSortedDictionary.CreateBuilder<string, ServiceRelease>(StringComparer.Ordinal);
        foreach (var (service, entry) in parent.Open(Entries))
        {
            if (form(service) is not { } expected)
                parent.Problems.Add(ReleaseProblems.ReleaseWithoutService(Place.Of(entry.Node), service, known));
            else if (ReadOne(service, entry, expected) is { } release)
                services.Add(service, release);
        }

        return new ReleaseSettings(services.ToImmutable());
    }

    private static ServiceRelease? ReadOne(string service, Section entry, ReleaseForm expected)
    {
        var blueGreen = BlueGreenReader.IsWritten(entry);
        if (blueGreen && expected == ReleaseForm.Rolling)
            return Refuse(entry, ReleaseProblems.BlueGreenForRolling(Place.Of(entry.Node), service));
        if (!blueGreen && expected == ReleaseForm.BlueGreen && entry.Has(RollingTag))
            return Refuse(entry, ReleaseProblems.RollingForBlueGreen(Place.Of(entry.Node), service));
        return blueGreen || expected == ReleaseForm.BlueGreen ? BlueGreenReader.Read(service, entry) : ReadRolling(entry);
    }

    private static RollingRelease? ReadRolling(Section entry)
    {
        var tag = entry.Accept(RollingKeys).Read(RollingTag);
        return entry.IsSound ? new RollingRelease(tag) : null;
    }

    private static RollingRelease? Refuse(Section entry, Problem problem)
    {
        entry.Problems.Add(problem);
        return null;
    }
}
