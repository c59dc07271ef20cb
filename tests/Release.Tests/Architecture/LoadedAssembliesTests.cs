using System.Diagnostics;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>A preview's user waits for everything that it loads, so it loads nothing that calls or serves Azure.</summary>
public sealed class LoadedAssembliesTests
{
    private static readonly string[] OfAzure = ["Azure.", "Microsoft.Identity", "Polly", "Microsoft.AspNetCore", "Microsoft.Extensions.Hosting", "System.Net", "Pulumi.Automation"];

    [TestCase("preview dev", 0)]
    [TestCase("validate", 0)]
    [TestCase("outputs dev", 6)]
    public async Task Command_LoadsNothingOfAzure(string arguments, int exitCode)
    {
        var loaded = await LoadedByAsync(arguments, exitCode);

        Assert.That(loaded, Does.Contain("release"));
        Assert.That(loaded.Where(name => Array.Exists(OfAzure, part => name.StartsWith(part, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public async Task Drift_LoadsIt() =>
        Assert.That(await LoadedByAsync("drift dev", 3), Does.Contain("Azure.Core").And.Contain("Polly.Core").And.Contain("Microsoft.AspNetCore.Server.Kestrel.Core"));

    /// <summary>In a process of its own: this one has loaded everything long ago.</summary>
    private static async Task<string[]> LoadedByAsync(string arguments, int exitCode)
    {
        using var workspace = new TemporaryWorkspace();
        var list = workspace.PathOf("loaded.txt");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = workspace.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "release.dll"), .. arguments.Split(' '), "--engine", "local"])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.Variable] = list;

        using var process = Process.Start(start)!;
        var written = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.EqualTo(exitCode), string.Concat(written));
        return await File.ReadAllLinesAsync(list);
    }
}
