using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Cli.Migrations;

/// <param name="Files">In the order in which they run.</param>
internal sealed record MigrationSet(string Folder, MigrationLayout Layout, ImmutableArray<MigrationFile> Files)
{
    /// <summary>Where the files begin that are not applied yet, from 0.</summary>
    /// <param name="since">The last one that is applied; null where not said.</param>
    /// <param name="from">The first one that is not; null where not said.</param>
    /// <param name="otherwise">Where neither is said.</param>
    /// <exception cref="ReleaseFailure">There is no such file, none after it, or both were said.</exception>
    public int FirstOpen(string? since, string? from, int otherwise)
    {
        if (since is not null && from is not null)
            throw ReleaseFailure.SinceAndFrom();
        if (from is not null)
            return IndexOf(from);
        if (since is null)
            return otherwise;
        var first = IndexOf(since) + 1;
        return first < Files.Length ? first : throw ReleaseFailure.NothingAfter(since);
    }

    // As it is written, or as the folder of Prisma's is named, or without its ending.
    private int IndexOf(string name)
    {
        for (var index = 0; index < Files.Length; index++)
        {
            var file = Files[index].Name;
            if (file == name || file == $"{name}.sql" || file.Split('/')[0] == name)
                return index;
        }

        throw ReleaseFailure.UnknownMigration(name, [.. Files.Select(file => file.Name)]);
    }
}

internal enum MigrationLayout
{
    /// <summary>A file is one transaction, unless it opens its own or has a statement that runs in none: then each statement is its own.</summary>
    Plain,

    /// <summary>A file is sent as one text, which is one transaction: what cannot run in one must be alone in its file.</summary>
    Prisma,
}
