
namespace ReleaseInfra.Cli.Engine;

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
    public string Text() => Text(operation => operation == Operation.Same ? "unchanged" : $"to {operation.Word()}");

    /// <summary>As in <c>1 updated, 3 created</c>.</summary>
    public string PastText() => Text(OperationWords.Past);

    private string Text(Func<Operation, string> what)
    {
        (int Count, Operation Operation)[] all =
        [
            (Create, Operation.Create),
            (Update, Operation.Update),
            (Replace, Operation.Replace),
            (Delete, Operation.Delete),
            (Same, Operation.Same),
        ];
        string[] parts = [.. all.Where(part => part.Count > 0).Select(part => $"{part.Count} {what(part.Operation)}")];
        return parts is [] ? "no resources" : string.Join(", ", parts);
    }
}
