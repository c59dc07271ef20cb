using System.Text;

namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>All that a version's processes write, in a file of its own: one process after the other.</summary>
internal sealed class OutputLog : IDisposable
{
    private readonly Lock _guard = new();
    private readonly StreamWriter _writer;
    private bool _isClosed;

    private OutputLog(StreamWriter writer) => _writer = writer;

    /// <exception cref="LaunchFailure">The file cannot be written.</exception>
    public static OutputLog Open(string folder, string name)
    {
        var path = Path.Combine(folder, $"{Safe(name)}.log");
        try
        {
            Directory.CreateDirectory(folder);
            // Shared, since a replaced process may still write its last lines, and people read along.
            var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            return new OutputLog(new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new LaunchFailure($"Its log cannot be written: {unwritable.Message}", unwritable);
        }
    }

    public void Write(string line)
    {
        lock (_guard)
        {
            if (_isClosed)
                return;
            try
            {
                _writer.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk takes the log, and not the process that would block on a pipe that nobody reads.
            }
        }
    }

    public void Dispose()
    {
        lock (_guard)
        {
            _isClosed = true;
            try
            {
                _writer.Dispose();
            }
            catch (IOException)
            {
                // What could not be written is lost, as above.
            }
        }
    }

    private static string Safe(string name) =>
        string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' ? character : '_'));
}
