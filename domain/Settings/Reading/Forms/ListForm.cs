using System.Collections.Immutable;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record ListForm<T>(Form<T> Item, int Fewest) : Form<ImmutableArray<T>>
{
    public override string Allowed => Fewest == 0
        ? $"a list, each item {Item.Allowed}"
        : $"a list of at least {Fewest}, each item {Item.Allowed}";

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

        if (array.Items.Length < Fewest)
            problems.Add(DocumentProblems.NotAllowed(Place.Of(node), Allowed));
        value = items.ToImmutable();
        return problems.Count == before;
    }
}
