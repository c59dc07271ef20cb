namespace ReleaseInfra.Cli.Commands;

/// <param name="Release">Its id; null for the newest.</param>
/// <param name="All">Every release of the stack.</param>
internal sealed record ReplayArguments(string Stack, string? Release, bool All, OutputFormat Format);
