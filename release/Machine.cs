namespace ReleaseInfra.Cli;

/// <summary>Who runs the command, and where.</summary>
/// <param name="ProfileFolder">The user's own, where the key is that secrets are compared with.</param>
internal sealed record Machine(string ProfileFolder, string User, string Host, int ProcessId)
{
    /// <summary>As in <c>ann@laptop</c>.</summary>
    public string Operator => $"{User}@{Host}";
}
