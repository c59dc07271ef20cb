using System.Security.Cryptography;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>The key that kept secrets are compared with: the user's, never the workspace's.</summary>
internal sealed class SecretKeyFile(string profileFolder)
{
    private const int KeyBytes = 32;

    private readonly string _path = Path.Combine(profileFolder, "release-infra", "state.key");

    /// <summary>Null where nothing was ever kept from here.</summary>
    /// <exception cref="ReleaseFailure">The file is no key, or others may read it.</exception>
    public SecretHasher? Find()
    {
        if (!File.Exists(_path))
            return null;

        // Whoever can read the key can try secrets against their digests until one fits.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw ReleaseFailure.KeyReadableByOthers(_path);

        var key = File.ReadAllBytes(_path);
        return key.Length >= KeyBytes ? new SecretHasher(key) : throw ReleaseFailure.NoKey(_path);
    }

    /// <summary>Makes the key where there is none.</summary>
    /// <exception cref="ReleaseFailure">The file is no key, or cannot be made.</exception>
    public SecretHasher FindOrCreate()
    {
        if (Find() is { } found)
            return found;

        try
        {
            Create();
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FolderUnwritable(Path.GetDirectoryName(_path)!, unwritable);
        }

        return Find() ?? throw new InvalidOperationException($"{_path} was there a moment ago.");
    }

    private void Create()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var temporary = $"{_path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            // Two first updates at once: the one that comes second takes the first one's key.
            File.Move(temporary, _path, overwrite: false);
        }
        catch (IOException) when (File.Exists(_path))
        {
            File.Delete(temporary);
        }
    }
}
