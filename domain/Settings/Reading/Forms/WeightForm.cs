using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>A step of a rollout: its weight alone, or an object with what else it says.</summary>
internal sealed record WeightForm : Form<StepSettings>, IKeyed
{
    public static readonly Form<TimeSpan> BakeForm = Duration(TimeSpan.FromSeconds(10), TimeSpan.FromHours(24));

    private static readonly Form<int> Percent = Whole(1, 100);

    private static readonly Key<int> Weight = new("weight", Percent);
    private static readonly Key<TimeSpan> Bake = new Key<TimeSpan>("bake", BakeForm).Optional();
    private static readonly Key<bool> Approval = new Key<bool>("approval", Flag()).Or(false);

    private static readonly ObjectForm<StepSettings> Written = new(
        new KeyTable(Weight, Bake, Approval),
        section => new StepSettings(section.Read(Weight), section.FindValue(Bake), section.Read(Approval)));

    public override string Allowed => $"{Percent.Allowed}, or {Written.Allowed}";

    public KeyTable Keys => Written.Keys;

    public override bool TryRead(DocumentNode node, ProblemList problems, [MaybeNullWhen(false)] out StepSettings value)
    {
        if (node is ObjectNode)
            return Written.TryRead(node, problems, out value);
        value = Percent.TryRead(node, problems, out var weight) ? new StepSettings(weight) : null;
        return value is not null;
    }
}
