using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>A single value of one kind, with a rule.</summary>
internal abstract record ScalarForm<T> : Form<T>
{
    protected abstract ScalarKind Kind { get; }

    public sealed override bool TryRead(DocumentNode node, ProblemList problems, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is ScalarNode scalar && scalar.Kind == Kind)
        {
            if (TryParse(scalar.Text, out value))
                return true;
            problems.Add(Refuse(Place.Of(node), scalar.Text));
            return false;
        }

        problems.Add(WrittenKinds.Refuse(node, Kind, Allowed));
        return false;
    }

    protected abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    protected virtual Problem Refuse(Place place, string text) => DocumentProblems.NotAllowed(place, Allowed);
}
