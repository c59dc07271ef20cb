using System.Net;
using System.Text.Json;

namespace ReleaseInfra.Cli.Rehearse.Inside;

/// <summary>Where an engine of its own process finds the rehearsal that it carries a release in.</summary>
/// <param name="Clock">File of the clock that both go by.</param>
/// <param name="Profile">Folder of the keys that the rehearsal's secrets are compared with.</param>
/// <param name="Arm">The embedded Azure, in Azure's wire format.</param>
/// <param name="Engine">The same, in the form of the engine that applies a stack.</param>
/// <param name="Ingress">What all of the stack's services are reached through, on this machine.</param>
internal sealed record RehearsalDoor(string Clock, string Profile, LoopbackAddress Arm, LoopbackAddress Engine, string Ingress)
{
    /// <summary>The environment variable that names the file of a door.</summary>
    public const string Variable = "RELEASE_REHEARSAL";

    public IPEndPoint IngressAddress() => IPEndPoint.Parse(Ingress);

    /// <exception cref="ReleaseFailure">The rehearsal is over, or the file is none.</exception>
    public static RehearsalDoor Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), RehearsalDoorJson.Default.RehearsalDoor)
                ?? throw ReleaseFailure.NoRehearsal(file, "it is empty");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw ReleaseFailure.NoRehearsal(file, unreadable.Message);
        }
    }

    /// <summary>For this user alone: whoever reads it may do anything to the rehearsal's Azure.</summary>
    public void Write(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, this, RehearsalDoorJson.Default.RehearsalDoor);
    }
}

/// <summary>A server of this machine that is trusted by its certificate alone.</summary>
/// <param name="Certificate">DER, base64.</param>
internal sealed record LoopbackAddress(Uri Endpoint, string Token, string Certificate);
