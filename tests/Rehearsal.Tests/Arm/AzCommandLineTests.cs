using System.Diagnostics;
using System.Text.Json;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

/// <summary>Azure's own command line, which <c>tests/az-rest.sh</c> installs.</summary>
[Explicit("It needs the az command line: run tests/az-rest.sh with RUN_AZ_CLI=1.")]
public sealed class AzCommandLineTests
{
    [Test]
    public async Task Rest_ReadsAContainerApp()
    {
        await using var served = await ServedAzure.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(served.Small);

        var (code, output, error) = await AzAsync(
            served, "rest", "--method", "get", "--url", $"{served.Server.Endpoint}{AppId[1..]}?api-version={ServedAzure.Version}");

        Assert.That(code, Is.Zero, error);
        Assert.That(
            JsonDocument.Parse(output).RootElement.GetProperty("properties").GetProperty("latestReadyRevisionName").GetString(), Is.EqualTo("web--v1"));
    }

    [Test]
    public async Task Rest_ShowsAzuresError()
    {
        await using var served = await ServedAzure.OpenAsync();

        var (code, _, error) = await AzAsync(
            served, "rest", "--method", "get", "--url", $"{served.Server.Endpoint}{AppId[1..]}?api-version={ServedAzure.Version}");

        Assert.That(code, Is.Not.Zero);
        Assert.That(error, Does.Contain("ResourceNotFound"));
    }

    /// <summary>Not logged in: the token is the server's, and its certificate is the only one trusted.</summary>
    private static async Task<(int Code, string Output, string Error)> AzAsync(ServedAzure served, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var certificate = Path.Combine(folder.Path, "server.pem");
        await File.WriteAllTextAsync(certificate, served.Server.Certificate.ExportCertificatePem());
        var start = new ProcessStartInfo("az", [.. arguments, "--skip-authorization-header", "--headers", $"Authorization=Bearer {served.Server.Token}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AZURE_CONFIG_DIR"] = folder.Path,
                ["AZURE_CORE_COLLECT_TELEMETRY"] = "false",
                ["REQUESTS_CA_BUNDLE"] = certificate,
            },
        };
        using var az = Process.Start(start)!;
        var (output, error) = (az.StandardOutput.ReadToEndAsync(), az.StandardError.ReadToEndAsync());
        await az.WaitForExitAsync();
        return (az.ExitCode, await output, await error);
    }
}
