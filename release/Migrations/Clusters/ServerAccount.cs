namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>Who runs PostgreSQL: it refuses to be run by root, so root steps aside for an account that owns nothing.</summary>
/// <param name="Name">Null for whoever runs this program.</param>
internal sealed record ServerAccount(string? Name)
{
    private const string Passwords = "/etc/passwd";

    private static readonly string[] Humble = ["postgres", "nobody"];

    /// <exception cref="ReleaseFailure">This is root, and the machine has no account to step aside for.</exception>
    public static ServerAccount Choose()
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return new ServerAccount((string?)null);
        var known = File.ReadLines(Passwords).Select(line => line.Split(':')[0]).ToHashSet();
        return new ServerAccount(Array.Find(Humble, known.Contains) ?? throw ReleaseFailure.NoServerAccount(Humble));
    }

    /// <summary>Gives it what was made for it, with all that is inside.</summary>
    public async Task OwnAsync(string folder, CancellationToken cancellation)
    {
        if (Name is not null)
            await ProgramRun.OfAsync("chown", ["-R", Name, folder], new Dictionary<string, string>(), cancellation);
    }

    public Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation) => Name is null
        ? ProgramRun.OfAsync(program, arguments, new Dictionary<string, string>(), cancellation)
        : ProgramRun.OfAsync("runuser", ["-u", Name, "--", program, .. arguments], new Dictionary<string, string>(), cancellation);
}
