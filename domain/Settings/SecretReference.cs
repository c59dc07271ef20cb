namespace ReleaseInfra.Domain.Settings;

/// <summary>A secret in the environment's vault.</summary>
public abstract record SecretReference
{
    private protected SecretReference()
    {
    }
}

/// <summary>Made by this program from the resource that it belongs to; its version is the one just written.</summary>
public sealed record ProgramSecret : SecretReference
{
    public static readonly ProgramSecret DatabaseUrl = new("database-url");
    public static readonly ProgramSecret CacheUrl = new("cache-url");
    public static readonly ProgramSecret TelemetryConnection = new("telemetry-connection");

    private ProgramSecret(string name) => Name = name;

    public static IReadOnlyList<ProgramSecret> All { get; } = [DatabaseUrl, CacheUrl, TelemetryConnection];

    public string Name { get; }
}

/// <summary>Kept in the vault by people. The version is stated, so that a release never changes by itself.</summary>
/// <param name="Version">32 hexadecimal digits.</param>
public sealed record KeptSecret(string Name, string Version) : SecretReference
{
    /// <summary>The vault keeps the capitals of a name and tells none apart.</summary>
    public static StringComparer Names => StringComparer.OrdinalIgnoreCase;
}
