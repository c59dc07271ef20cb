namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>Finds the call that a request is for.</summary>
/// <param name="calls">The first that fits is taken, so what is particular stands before what is general.</param>
internal sealed class ArmRouter(IReadOnlyList<ArmCall> calls)
{
    public bool TakesOwnLogin(string method, string path) => calls.Any(call =>
        call.TakesOwnLogin
        && call.Method.Equals(method, StringComparison.OrdinalIgnoreCase)
        && call.Match(path.Split('/', StringSplitOptions.RemoveEmptyEntries)) is not null);

    /// <exception cref="ArmRefusal">Nothing is served there, or not with this method.</exception>
    public (ArmCall Call, IReadOnlyDictionary<string, string> Values) Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            if (call.Match(segments) is not { } values)
                continue;
            if (call.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                return (call, values);
            others.Add(call.Method);
        }

        throw new ArmRefusal(others.Count == 0 ? ArmErrors.MissingSubscription() : ArmErrors.MethodNotAllowed(method, others));
    }
}
