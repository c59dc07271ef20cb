using System.Diagnostics;

namespace ReleaseInfra.Cli.Rehearse.Processes;

/// <summary>This same program, to be started once more.</summary>
internal static class OwnProgram
{
    /// <summary>Instead of a verb: the process is a sample application.</summary>
    public const string SampleApp = "rehearsal-app";

    /// <summary>By the host that this process was started by, wherever that is installed.</summary>
    public static (string File, IReadOnlyList<string> Arguments) With(params IEnumerable<string> arguments)
    {
        var assembly = typeof(OwnProgram).Assembly.Location;
        var host = Environment.ProcessPath;
        // Started through its own executable there is no host to be named; anything else that has loaded it is no host either.
        return host is not null && Path.GetFileNameWithoutExtension(host) == Path.GetFileNameWithoutExtension(assembly)
            ? (host, [.. arguments])
            : (HostOf(host), [assembly, .. arguments]);
    }

    public static ProcessStartInfo Start(string folder, params IEnumerable<string> arguments)
    {
        var (file, all) = With(arguments);
        return new ProcessStartInfo(file, all)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static string HostOf(string? process) =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (process is not null && Path.GetFileNameWithoutExtension(process) == "dotnet" ? process : "dotnet");
}
