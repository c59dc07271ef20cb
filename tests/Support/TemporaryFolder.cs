namespace ReleaseInfra.Tests.Support;

/// <summary>An empty folder of a test's own, removed with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("release-infra-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
