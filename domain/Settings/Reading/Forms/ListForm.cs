using System.Collections.Immutable;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>A form whose values have items, each of one form.</summary>
internal interface IListed
{
    Form ItemForm { get; }
}

internal sealed record ListForm<T>(Form<T> Item, int Fewest, int Most) : Form<ImmutableArray<T>>, IListed
{
    public override string Allowed => (Fewest, Most) switch
    {
        (0, int.MaxValue) => $"a list, each item {Item.Allowed}",
        (_, int.MaxValue) => $"a list of at least {Fewest}, each item {Item.Allowed}",
        _ => $"a list of {Fewest} to {Most}, each item {Item.Allowed}",
    };

    Form IListed.ItemForm => Item;

    public override bool TryRead(DocumentNode node, ProblemList problems, out ImmutableArray<T> value)
    {
        value = [];
        if (node is not ArrayNode array)
        {
            problems.Add(WrittenKinds.Refuse(node, "a list", Allowed));
            return false;
        }

        var before = problems.Count;
        var items = ImmutableArray.CreateBuilder<T>(array.Items.Length);
        foreach (var written in array.Items)
        {
            if (Item.TryRead(written, problems, out var item))
                items.Add(item);
        }

        if (array.Items.Length < Fewest || array.Items.Length > Most)
            problems.Add(DocumentProblems.NotAllowed(Place.Of(node), Allowed));
        value = items.ToImmutable();
        return problems.Count == before;
    }
}
