using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Drift;

/// <summary>Findings while they are made.</summary>
internal sealed class DriftList(Remedies remedies)
{
    private readonly ImmutableArray<DriftFinding>.Builder _findings = ImmutableArray.CreateBuilder<DriftFinding>();
    private readonly ImmutableArray<UnknownImage>.Builder _unknown = ImmutableArray.CreateBuilder<UnknownImage>();
    private int _checked;

    public Remedies Remedies => remedies;

    /// <summary>Counts something that is looked for.</summary>
    public void Look() => _checked++;

    public void Add(DriftFinding finding) => _findings.Add(finding);

    public void Missing(string service, string resource) => Add(new DriftFinding(
        DriftKind.Missing, service, resource, null, DriftValue.Of("declared"), DriftValue.Of(null), remedies.Missing));

    public void Undeclared(string? service, string resource) => Add(new DriftFinding(
        DriftKind.Undeclared, service, resource, null, DriftValue.Of(null), DriftValue.Of("there"), remedies.Declare));

    /// <summary>Every container runs the one image: a service has no other.</summary>
    public void Compare(
        string service, string resource, string path, ExpectedImage expected, ImmutableArray<LiveImage> live, string remedy)
    {
        if (live is [])
            Add(Image(service, resource, path, expected, null, remedy));
        foreach (var image in live)
        {
            switch (expected.Compare(image))
            {
                case OtherImage other:
                    Add(Image(service, resource, path, expected, other.Live, remedy));
                    break;
                case TagUnknown:
                    _unknown.Add(new UnknownImage(service, resource, expected.ToString(), image.Reference));
                    break;
            }
        }
    }

    public DriftReport Report() => new(_checked, _findings.ToImmutable(), _unknown.ToImmutable());

    private static DriftFinding Image(
        string service, string resource, string path, ExpectedImage expected, string? live, string remedy) => new(
        DriftKind.Image, service, resource, path, DriftValue.Of(expected.ToString()), DriftValue.Of(live), remedy);
}
