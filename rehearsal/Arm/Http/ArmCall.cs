namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>A call that is served.</summary>
/// <param name="Name">As in <c>revisions.activate</c>: the document and the faults name it so.</param>
/// <param name="Template">
/// Literals, which Azure compares without case, and <c>{names}</c>, of one segment each; <c>{resource*}</c>, in front only, takes
/// as many segments as are left.
/// </param>
internal sealed record ArmCall(string Name, string Method, string Template, Func<ArmRequest, Task<ArmAnswer>> AnswerAsync)
{
    private readonly string[] _segments = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Resource Manager's, unlike the query services, asks for a version and counts.</summary>
    public bool IsResourceManager { get; init; } = true;

    /// <returns>What the names stand for; null where the path is another call's.</returns>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var takesRest = _segments is ["{resource*}", ..];
        var rest = path.Length - _segments.Length;
        if (takesRest ? rest < 0 : rest != 0)
            return null;
        if (takesRest)
            values["resource"] = "/" + string.Join('/', path[..(rest + 1)]);

        for (var index = takesRest ? 1 : 0; index < _segments.Length; index++)
        {
            var (expected, found) = (_segments[index], path[index + rest]);
            if (expected[0] == '{')
                values[expected[1..^1]] = found;
            else if (!expected.Equals(found, StringComparison.OrdinalIgnoreCase))
                return null;
        }

        return values;
    }
}
