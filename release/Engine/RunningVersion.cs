using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine;

/// <param name="Weight">Percent; null without slots, where nothing is weighed.</param>
internal sealed record RunningVersion(ImageTag Tag, int Revision, int? Weight)
{
    public string TagText => Revision == 1 ? Tag.Text : $"{Tag.Text} r{Revision}";

    public string WeightText => Weight is null ? "" : $"{Weight}%";

    /// <returns>Null for a slot without a tag, which runs nothing.</returns>
    public static RunningVersion? Find(ReleaseSettings? release, string service, Slot? slot) =>
        (release?.Services.GetValueOrDefault(service), slot) switch
        {
            (RollingRelease rolling, null) => new RunningVersion(rolling.Tag, 1, null),
            (BlueGreenRelease slots, { } one) when slots[one] is { Tag: { } tag } running =>
                new RunningVersion(tag, running.Revision, running.Weight),
            _ => null,
        };
}
