namespace ReleaseInfra.Domain.Documents;

public static class DocumentPath
{
    public static string Join(string parent, string key) => parent.Length == 0 ? key : $"{parent}.{key}";

    public static string Item(string parent, int index) => $"{parent}[{index}]";

    /// <summary>
    /// Variables are not secrets, but the value that somebody mistyped may well be one; so may what stands where the name of a
    /// variable that holds a secret should, the address of a webhook, and a container's with a signature in its query.
    /// </summary>
    public static bool MayHoldSecrets(string path)
    {
        if (path.EndsWith("webhook.url", StringComparison.Ordinal) || path == "journal.container")
            return true;
        foreach (var segment in path.AsSpan().Split('.'))
        {
            var key = path.AsSpan()[segment];
            if (key is "secrets" or "variables" || key.EndsWith("Variable", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
