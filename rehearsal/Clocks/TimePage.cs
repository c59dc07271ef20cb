using System.IO.MemoryMappedFiles;

namespace ReleaseInfra.Rehearsal.Clocks;

/// <summary>A clock's time in a file that two processes have in their memory: one moves it, the other reads it and may ask it to go slowly.</summary>
/// <remarks>Each number has one writer, and is written at once: whoever is killed leaves nothing half done.</remarks>
internal sealed class TimePage : IDisposable
{
    private const int Size = 16;
    private const int NowAt = 0;
    private const int WorkingAt = 8;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private TimePage(MemoryMappedFile file) => (_file, _view) = (file, file.CreateViewAccessor(0, Size));

    /// <summary>UTC, in ticks. Of whoever moves the clock.</summary>
    public long Now
    {
        get => _view.ReadInt64(NowAt);
        set => _view.Write(NowAt, value);
    }

    /// <summary>Whether the other process does something that no clock makes faster.</summary>
    public bool IsWorking
    {
        get => _view.ReadInt32(WorkingAt) != 0;
        set => _view.Write(WorkingAt, value ? 1 : 0);
    }

    public static TimePage Create(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.CreateNew, mapName: null, Size));

    /// <exception cref="IOException">There is no such clock any more.</exception>
    public static TimePage Open(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, Size));

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
