namespace ReleaseInfra.Domain.Documents;

public static class DocumentPath
{
    public static string Join(string parent, string key) => parent.Length == 0 ? key : $"{parent}.{key}";

    public static string Item(string parent, int index) => $"{parent}[{index}]";

    /// <summary>Variables are not secrets, but the value that somebody mistyped may well be one.</summary>
    public static bool MayHoldSecrets(string path)
    {
        foreach (var segment in path.AsSpan().Split('.'))
        {
            if (path.AsSpan()[segment] is "secrets" or "variables")
                return true;
        }

        return false;
    }
}
