using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>A form that takes objects with keys of their own.</summary>
internal interface IKeyed
{
    KeyTable Keys { get; }
}

/// <summary>An object as the item of a list.</summary>
/// <param name="Read">Of what cannot be read, the section has said so.</param>
internal sealed record ObjectForm<T>(KeyTable Keys, Func<Section, T> Read) : Form<T>, IKeyed
{
    public override string Allowed => $"an object with {DocumentProblems.Words(Keys.Names)}";

    public override bool TryRead(DocumentNode node, ProblemList problems, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not ObjectNode written)
        {
            problems.Add(WrittenKinds.Refuse(node, "an object", Allowed));
            return false;
        }

        var before = problems.Count;
        value = Read(new Section(written, problems).Accept(Keys));
        return problems.Count == before;
    }
}
