using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;

namespace ReleaseInfra.Domain.Releases.Reading;

internal sealed record TagForm : ScalarForm<ImageTag>
{
    // Names that registries move by custom; any other text that is no version is refused for being none.
    private static readonly string[] Moving = ["latest", "stable", "edge", "main", "master", "nightly", "dev", "staging", "production"];

    public override string Allowed => ImageTag.Allowed;

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out ImageTag value) => ImageTag.TryParse(text, out value);

    protected override Problem Refuse(Place place, string text) => Moving.Contains(text, StringComparer.OrdinalIgnoreCase)
        ? ReleaseProblems.FloatingTag(place)
        : ReleaseProblems.NotAVersion(place);
}
