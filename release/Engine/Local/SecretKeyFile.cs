using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>The key that kept secrets are compared with: the user's, never the workspace's.</summary>
internal static class SecretKeyFile
{
    /// <summary>Null where nothing was ever kept from here.</summary>
    public static SecretHasher? Read(string profileFolder)
    {
        var file = Path.Combine(profileFolder, "release-infra", "state.key");
        return File.Exists(file) ? new SecretHasher(File.ReadAllBytes(file)) : null;
    }
}
