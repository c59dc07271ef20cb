using System.Globalization;

namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>PostgreSQL's own programs on this machine.</summary>
/// <param name="Folder">Where initdb, pg_ctl and postgres are.</param>
internal sealed record PostgresPrograms(string Folder)
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string InitDb => PathOf("initdb");

    public string PgCtl => PathOf("pg_ctl");

    /// <summary>Null where only the server is installed.</summary>
    public string? PgDump => Found("pg_dump");

    public string? PgRestore => Found("pg_restore");

    /// <summary>The newest where there are several; null where there are none.</summary>
    /// <param name="path">The variable PATH; null where it is not set.</param>
    public static PostgresPrograms? Find(string? path)
    {
        var onPath = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return onPath.Concat(UsualFolders()).Where(IsServer).Select(folder => new PostgresPrograms(RealFolder(folder))).FirstOrDefault();
    }

    // A link on PATH leads to where all of them are: the link's own folder may hold some only.
    private static string RealFolder(string folder) =>
        File.ResolveLinkTarget(Path.Combine(folder, "initdb" + Suffix), returnFinalTarget: true) is { } target
            ? Path.GetDirectoryName(target.FullName)!
            : folder;

    // Debian keeps the server's programs out of PATH; so do the installers of macOS and Windows.
    private static IEnumerable<string> UsualFolders() =>
    [
        .. Versions("/usr/lib/postgresql", "bin"),
        .. Versions("/opt/homebrew/opt", "bin"),
        .. Versions("/usr/local/opt", "bin"),
        .. Versions("/Applications/Postgres.app/Contents/Versions", "bin"),
        .. Versions("/Library/PostgreSQL", "bin"),
        .. Versions(@"C:\Program Files\PostgreSQL", "bin"),
        .. Versions("/usr", "bin").Where(folder => Path.GetFileName(Path.GetDirectoryName(folder))!.StartsWith("pgsql", StringComparison.Ordinal)),
    ];

    private static IEnumerable<string> Versions(string folder, string below) => Directory.Exists(folder)
        ? Directory.GetDirectories(folder).OrderByDescending(VersionOf).Select(version => Path.Combine(version, below))
        : [];

    /// <summary>As in <c>15</c> and <c>postgresql@15</c>.</summary>
    private static decimal VersionOf(string folder) =>
        decimal.TryParse(Path.GetFileName(folder).Split('@', '-')[^1], NumberStyles.Number, CultureInfo.InvariantCulture, out var version) ? version : 0;

    // The server by itself does not do: a package of the client alone has pg_dump and no initdb.
    private static bool IsServer(string folder) =>
        Array.TrueForAll(["initdb", "pg_ctl", "postgres"], program => File.Exists(Path.Combine(folder, program + Suffix)));

    private string PathOf(string program) => Path.Combine(Folder, program + Suffix);

    private string? Found(string program) => File.Exists(PathOf(program)) ? PathOf(program) : null;
}
