using ReleaseInfra.Cli.Engine;

namespace ReleaseInfra.Cli.Preview;

internal sealed record ChangeCounts(int Create, int Update, int Replace, int Delete, int Same)
{
    public bool IsNothing => Create + Update + Replace + Delete == 0;

    public static ChangeCounts Of(IEnumerable<ResourceChange> changes)
    {
        var counts = new int[5];
        foreach (var change in changes)
            counts[(int)change.Operation]++;

        return new ChangeCounts(
            counts[(int)Operation.Create],
            counts[(int)Operation.Update],
            counts[(int)Operation.Replace],
            counts[(int)Operation.Delete],
            counts[(int)Operation.Same]);
    }

    /// <summary>As in <c>1 to update, 3 to create</c>; what there is none of is left out.</summary>
    public string Text()
    {
        var parts = new List<string>(5);
        Add(Create, "to create");
        Add(Update, "to update");
        Add(Replace, "to replace");
        Add(Delete, "to delete");
        Add(Same, "unchanged");
        return parts is [] ? "no resources" : string.Join(", ", parts);

        void Add(int count, string what)
        {
            if (count > 0)
                parts.Add($"{count} {what}");
        }
    }
}
