using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class ReplicasReader
{
    public static readonly Key<int> Minimum = new("minimum", Form.Whole(0, 1000));
    private static readonly Key<int> Maximum = new("maximum", Form.Whole(1, 1000));

    public static readonly SectionKey Key = new("replicas", new KeyTable(Minimum, Maximum));

    /// <summary>Not sound: a minimum that no rule between sections complains about.</summary>
    private static readonly ReplicaSettings Unknown = new(int.MaxValue, int.MaxValue);

    public static ReplicaSettings Read(Section parent, bool hasIngress)
    {
        if (parent.Open(Key) is not { } section)
            return Unknown;
        var replicas = new ReplicaSettings(section.Read(Minimum), section.Read(Maximum));
        if (section.IsSound && replicas.Maximum < replicas.Minimum)
            section.Problems.Add(SettingsProblems.ReplicaOrder(section.PlaceOf(Maximum), replicas.Minimum, replicas.Maximum));
        if (!section.AreSound(Minimum))
            return Unknown;
        if (!hasIngress && replicas.Minimum == 0)
            section.Problems.Add(SettingsProblems.NeverWakes(section.PlaceOf(Minimum)));
        return replicas;
    }
}
