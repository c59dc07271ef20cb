using Pulumi;
using Pulumi.AzureNative.KeyVault;
using Pulumi.Utilities;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.KeyVault;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.KeyVault;

public sealed class ProgramSecretsTests
{
    [Test]
    public async Task Secrets_AreSecretToTheEngine_EvenIfTheirSourceForgotIt()
    {
        var declared = await ProgramRecorder.RunAsync(options => _ = new ProgramSecrets(
            "secrets",
            new ProgramSecretsArgs(
                Fixture.Placement(),
                Output.Create("kv"),
                Output.Create("https://kv/"),
                Output.Create("plain"),
                Output.Create("plain"),
                Output.Create("plain")),
            options));

        var secrets = declared.Of("keyvault:Secret");
        Assert.That(secrets.Select(secret => secret.Name), Is.EqualTo(new[] { "cache-url", "database-url", "telemetry-connection" }));
        foreach (var secret in secrets)
        {
            var properties = await OutputUtilities.GetValueAsync(((SecretArgs)secret.Args).Properties.ToOutput());
            Assert.That(await Output.IsSecretAsync(properties.Value!.ToOutput()), Is.True, secret.Name);
        }
    }

    [Test]
    public async Task Uri_OfASecret_HasAVersionAndIsNoSecret()
    {
        var uris = new List<Output<string>>();
        await ProgramRecorder.RunAsync(_ =>
        {
            var secrets = Fixture.Secrets(Fixture.Placement());
            uris.Add(secrets.UriOf(ProgramSecret.DatabaseUrl));
            uris.Add(secrets.UriOf(new KeptSecret("Stripe-Key", "0123")));
        });

        Assert.That(
            await Task.WhenAll(uris.Select(OutputUtilities.GetValueAsync)),
            Is.EqualTo(new[]
            {
                $"{Fixture.VaultUri}secrets/database-url/version-of-database-url",
                $"{Fixture.VaultUri}secrets/Stripe-Key/0123",
            }));
        Assert.That(await Task.WhenAll(uris.Select(Output.IsSecretAsync)), Is.All.False);
    }
}
