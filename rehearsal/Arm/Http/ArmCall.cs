namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>A call that is served.</summary>
/// <param name="Name">As in <c>revisions.activate</c>: the document and the faults name it so.</param>
/// <param name="Template">
/// Literals, which Azure compares without case, and <c>{names}</c>, of one segment each; one with a star, as in <c>{resource*}</c>,
/// takes as many segments as are left, and in front the slash before them.
/// </param>
internal sealed record ArmCall(string Name, string Method, string Template, Func<ArmRequest, Task<ArmAnswer>> AnswerAsync)
{
    private const string Rest = "*}";

    private readonly string[] _segments = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Resource Manager's, unlike the query services, asks for a version and counts.</summary>
    public bool IsResourceManager { get; init; } = true;

    /// <summary>Whether it looks for a login of another kind than the server's token.</summary>
    public bool TakesOwnLogin { get; init; }

    /// <returns>What the names stand for; null where the path is another call's.</returns>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var star = Array.FindIndex(_segments, segment => segment.EndsWith(Rest, StringComparison.Ordinal));
        var more = path.Length - _segments.Length;
        if (star < 0 ? more != 0 : more < 0)
            return null;

        for (var index = 0; index < _segments.Length; index++)
        {
            var (expected, found) = (_segments[index], path[index <= star ? index : index + more]);
            if (index == star)
                values[expected[1..^Rest.Length]] = (index == 0 ? "/" : "") + string.Join('/', path[index..(index + more + 1)]);
            else if (expected[0] == '{')
                values[expected[1..^1]] = found;
            else if (!expected.Equals(found, StringComparison.OrdinalIgnoreCase))
                return null;
        }

        return values;
    }
}
