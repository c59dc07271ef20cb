using System.Collections.Immutable;
using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.Authorization;
using Pulumi.Docker;
using Pulumi.Random;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>What the provider answers is what a program reads from the generated types.</summary>
public sealed class OutputContractTests
{
    [Test]
    public async Task Responses_NestAndKeepTheirLists()
    {
        var mocks = new AzureMocks(Answer(("configuration", Answer(("ingress", Answer(
            ("fqdn", "web.example"),
            ("external", true),
            ("traffic", ImmutableArray.Create<object>(Answer(("revisionName", "web--blue-v1"), ("weight", 100d))))))))));

        var ingress = await UnderMocks.Value(mocks, () =>
            new ContainerApp("web", new ContainerAppArgs { ResourceGroupName = "rg" })
                .Configuration.Apply(configuration => configuration!.Ingress!));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ingress.Fqdn, Is.EqualTo("web.example"));
            Assert.That(ingress.External, Is.True);
            Assert.That(ingress.Traffic.Single().RevisionName, Is.EqualTo("web--blue-v1"));
            Assert.That(ingress.Traffic.Single().Weight, Is.EqualTo(100));
            Assert.That(ingress.CustomDomains.IsDefault, Is.True, "a list that is absent");
        }
    }

    [Test]
    public async Task RandomPassword_GivesResultAndHash()
    {
        var mocks = new AzureMocks(Answer(("result", "made-up"), ("bcryptHash", "hash")));

        var (result, hash) = await UnderMocks.Value(mocks, () =>
        {
            var password = new RandomPassword("admin", new RandomPasswordArgs { Length = 32 });
            return Output.Tuple(password.Result, password.BcryptHash);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result, hash), Is.EqualTo(("made-up", "hash")));
            Assert.That(WireText.Of(mocks.Resource.Inputs), Is.EqualTo("""{"length":32}"""));
        }
    }

    [Test]
    public async Task RandomPassword_StatesItsSecretOutputs()
    {
        var secret = new List<string>();
        var options = new CustomResourceOptions
        {
            ResourceTransformations =
            {
                seen =>
                {
                    secret.AddRange(((CustomResourceOptions)seen.Options).AdditionalSecretOutputs);
                    return null;
                },
            },
        };

        await UnderMocks.Declare(() => _ = new RandomPassword("admin", new RandomPasswordArgs { Length = 32 }, options));

        Assert.That(secret, Is.EquivalentTo(["bcryptHash", "result"]));
    }

    [Test]
    public async Task GetRegistryImage_AsksByTokenAndGivesTheDigest()
    {
        var mocks = new AzureMocks(Answer(("id", "id"), ("sha256Digest", "sha256:abc")));

        var digest = await UnderMocks.Value(mocks, () =>
            GetRegistryImage.Invoke(new GetRegistryImageInvokeArgs { Name = "registry.example/web:v1.2.3" })
                .Apply(image => image.Sha256Digest));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(digest, Is.EqualTo("sha256:abc"));
            Assert.That(mocks.Call.Token, Is.EqualTo("docker:index/getRegistryImage:getRegistryImage"));
            Assert.That(WireText.Of(mocks.Call.Args), Is.EqualTo("""{"name":"registry.example/web:v1.2.3"}"""));
        }
    }

    [Test]
    public async Task GetClientConfig_TakesNoArguments()
    {
        var mocks = new AzureMocks(Answer(("clientId", "c"), ("objectId", "o"), ("subscriptionId", "s"), ("tenantId", "t")));

        var tenant = await UnderMocks.Value(mocks, () => GetClientConfig.Invoke().Apply(client => client.TenantId));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tenant, Is.EqualTo("t"));
            Assert.That(mocks.Call.Token, Is.EqualTo("azure-native:authorization:getClientConfig"));
            Assert.That(mocks.Call.Args, Is.Empty);
        }
    }

    [Test]
    public async Task InvokeAsync_TakesPlainArguments()
    {
        var mocks = new AzureMocks(Answer(("id", "id"), ("sha256Digest", "sha256:abc")));

        var image = await UnderMocks.Value(mocks, () => Output.Create(
            GetRegistryImage.InvokeAsync(new GetRegistryImageArgs { Name = "web", InsecureSkipVerify = true })));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((image.Name, image.InsecureSkipVerify), Is.EqualTo(("web", (bool?)true)));
            Assert.That(WireText.Of(mocks.Call.Args), Is.EqualTo("""{"insecureSkipVerify":true,"name":"web"}"""));
        }
    }

    private static ImmutableDictionary<string, object> Answer(params (string Name, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Name, member => member.Value);
}
