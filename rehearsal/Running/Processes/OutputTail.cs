namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>The last lines that a process wrote.</summary>
internal sealed class OutputTail
{
    private const int Kept = 20;
    private const int Longest = 400;

    private readonly Lock _guard = new();
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_guard)
        {
            _lines.Enqueue(line.Length <= Longest ? line : line[..Longest] + "…");
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }

    /// <summary>The oldest first, one line each; empty where it wrote nothing.</summary>
    public override string ToString()
    {
        lock (_guard)
            return string.Join('\n', _lines);
    }
}
