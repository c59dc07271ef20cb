namespace ReleaseInfra.Cli;

/// <summary>Who runs the command, and where.</summary>
/// <param name="ProfileFolder">The user's own, where the key is that secrets are compared with.</param>
internal sealed record Machine(string ProfileFolder, string User, string Host, int ProcessId)
{
    /// <summary>What <c>PULUMI_BACKEND_URL</c> says; null where it is not set.</summary>
    public string? PulumiBackend { get; init; }

    /// <summary>An environment variable; null where it is not set. Secrets come in no other way.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>As in <c>ann@laptop</c>.</summary>
    public string Operator => $"{User}@{Host}";
}
