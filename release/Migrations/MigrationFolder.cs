using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Cli.Migrations;

/// <summary>Reads a folder of migrations: files of SQL, or Prisma's folders with a <c>migration.sql</c> each.</summary>
internal static class MigrationFolder
{
    private const string PrismaFile = "migration.sql";

    // The way back of tools that have one; here, migrations go forward only.
    private const string Down = ".down.sql";

    /// <exception cref="ReleaseFailure">The folder has no migrations, or one cannot be read.</exception>
    public static MigrationSet Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw ReleaseFailure.NoMigrationFolder(folder);
        var prisma = Directory.GetDirectories(folder).Select(one => Path.Combine(one, PrismaFile)).Where(File.Exists).ToList();
        var isPrisma = prisma is not [];
        var files = isPrisma
            ? prisma
            : Directory.GetFiles(folder, "*.sql").Where(file => !file.EndsWith(Down, StringComparison.OrdinalIgnoreCase)).ToList();
        return files is []
            ? throw ReleaseFailure.NoMigrations(folder)
            : new MigrationSet(
                folder,
                isPrisma ? MigrationLayout.Prisma : MigrationLayout.Plain,
                [.. files.Select(file => Parse(folder, file)).OrderBy(file => file.Name, StringComparer.Ordinal)]);
    }

    private static MigrationFile Parse(string folder, string file)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        try
        {
            return MigrationFile.Parse(name, File.ReadAllText(file).ReplaceLineEndings("\n"));
        }
        catch (SqlTextException nonsense)
        {
            throw ReleaseFailure.MigrationUnreadable(name, nonsense.Line, nonsense.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.MigrationUnreadable(name, 1, unreadable.Message);
        }
    }
}
