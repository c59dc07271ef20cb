using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>A file of the workspace, read whole.</summary>
internal static class ConfigurationFile
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>UTF-8 without byte order mark; null after adding a problem.</summary>
    /// <param name="file">Relative to the workspace.</param>
    /// <param name="holds">For the message of a file that is missing or empty.</param>
    public static byte[]? Read(Workspace workspace, string file, string holds, ProblemList problems)
    {
        try
        {
            var bytes = workspace.BytesOf(file);
            if (bytes.AsSpan().StartsWith(ByteOrderMark))
                bytes = bytes[ByteOrderMark.Length..];
            if (!bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
                return bytes;
            problems.Add(DocumentProblems.FileEmpty(file, holds));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(DocumentProblems.FileMissing(file, holds));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(DocumentProblems.FileUnreadable(file, exception.Message));
        }

        return null;
    }
}
