using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Updates;

/// <summary>What holds data goes only when somebody says so by name.</summary>
[NonParallelizable]
public sealed class ReplacementTests
{
    private const string Server =
        "urn:pulumi:dev::release-infra::release-infra:postgres:PostgresDatabase$azure-native:dbforpostgresql:Server::database";

    private const string Database =
        "urn:pulumi:dev::release-infra::release-infra:postgres:PostgresDatabase$azure-native:dbforpostgresql:Database::database-application";

    private TemporaryWorkspace _workspace = null!;

    [SetUp]
    public async Task ApplyDev()
    {
        _workspace = new TemporaryWorkspace();
        await InAsync(_workspace, "up", "dev", "--yes");
    }

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [Test]
    public async Task Rejects_ReplacementOfData_ThatIsNotNamed()
    {
        ChangeLogin();
        var run = await InAsync(_workspace, "up", "dev", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(
            $"In dev this would delete or replace what holds data:\n  {Database}\n  {Server}\nIf that is meant, and the data may go, name " +
            $"each: --allow-replace '{Database}' --allow-replace '{Server}'\n"));
        Assert.That(run.Output, Does.Contain("  ± Server  database  "));
        Assert.That((await InAsync(_workspace, "preview", "dev", "--json")).Operations(), Is.Not.Empty);
    }

    [Test]
    public async Task Replacement_ThatIsNamed_IsMade()
    {
        ChangeLogin();
        var run = await InAsync(_workspace, "up", "dev", "--yes", "--allow-replace", Server, "--allow-replace", Database);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.Contain("replaced  Server  database  ").And.Contain("replaced  Database  database-application  app"));
        Assert.That((await InAsync(_workspace, "preview", "dev")).Output, Does.Contain("\nNo changes: "));
    }

    [Test]
    public async Task Rejects_PermissionForWhatStays()
    {
        var run = await InAsync(_workspace, "up", "dev", "--yes", "--allow-replace", Server);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(
            $"--allow-replace names what is neither deleted nor replaced:\n  {Server}\nLeave it out, or take the URN from " +
            "'release preview STACK --json'.\n"));
    }

    [Test]
    public async Task Rejects_ReplacementOfWhatIsProtected_EvenNamed()
    {
        _workspace.Replace("stacks/environments/staging.json", "{", "{ \"protection\": { \"lockData\": true },");
        await InAsync(_workspace, "up", "staging", "--yes");
        ChangeLogin();
        _workspace.Replace("stacks/environments/staging.json", "\"lockData\": true", "\"lockData\": false");
        var run = await InAsync(_workspace, "up", "staging", "--yes", "--allow-replace", Server.Replace("dev", "staging", StringComparison.Ordinal));

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.StartWith("In staging this would delete or replace what is protected:\n").And.EndWith(
            "If that is meant, set protection.lockData to false in stacks/environments/staging.json and run 'release up staging' for " +
            "that alone; then run this again.\n"));
    }

    [Test]
    public async Task Destroy_OfWhatIsProtected_IsRefused()
    {
        _workspace.Replace("stacks/environments/staging.json", "{", "{ \"protection\": { \"lockData\": true },");
        await InAsync(_workspace, "up", "staging", "--yes");
        var run = await InAsync(_workspace, "destroy", "staging", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.StartWith("In staging this would delete or replace what is protected:\n"));
    }

    private void ChangeLogin() =>
        _workspace.Replace("stacks/environments/base.json", "\"administratorLogin\": \"appadmin\"", "\"administratorLogin\": \"another\"");
}
