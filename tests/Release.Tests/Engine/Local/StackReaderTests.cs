using Pulumi;
using Pulumi.Testing;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Functions;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Release.Tests.Engine.Local;

[NonParallelizable]
public sealed class StackReaderTests
{
    private const string Project = "urn:pulumi:dev::release-infra::";

    private IReadOnlyDictionary<string, StackResource> _resources = null!;
    private DeclaredStack _declared = null!;

    [OneTimeSetUp]
    public async Task Declare()
    {
        _declared = await DeclareAsync(new SecretHasher([1, 2, 3]));
        _resources = _declared.Resources.ToDictionary(resource => resource.Name);
    }

    [TestCase("group", "azure-native:resources:ResourceGroup::group")]
    [TestCase("outer", "release-infra:test:Outer::outer")]
    [TestCase("secret", "release-infra:test:Outer$azure-native:keyvault:Secret::secret")]
    [TestCase("app", "release-infra:test:Outer$release-infra:test:Inner$azure-native:app:ContainerApp::app")]
    public void Urn_HasEveryParentsTypeButTheStacks(string name, string urn) =>
        Assert.That(_resources[name].Urn, Is.EqualTo(Project + urn));

    [Test]
    public void Resources_AreWithoutTheStack() =>
        Assert.That(_resources.Keys, Is.EquivalentTo(new[] { "group", "outer", "secret", "inner", "app" }));

    [TestCase("group", false)]
    [TestCase("outer", true)]
    [TestCase("inner", true)]
    [TestCase("app", true)]
    public void Protect_IsInherited(string name, bool expected) =>
        Assert.That(_resources[name].Protect, Is.EqualTo(expected));

    [TestCase("outer", true)]
    [TestCase("app", false)]
    public void IsComponent_OfTheProgramsOwnTypes(string name, bool expected) =>
        Assert.That(_resources[name].IsComponent, Is.EqualTo(expected));

    [Test]
    public void Inputs_AreKnownByWireNames() =>
        Assert.That(_resources["app"].Inputs.Text(), Does.StartWith(
            "{ configuration: { activeRevisionsMode: \"Multiple\" }, containerAppName: \"app-small\", environmentId: \"/env\", " +
            "resourceGroupName: \"rg-small\", tags: { team: \"shop\" }, template: { containers: [{ env: [{ name: \"TOKEN\", " +
            "value: [secret] }], name: \"main\", resources: { cpu: 0.5 } }]"));

    [Test]
    public void Secrets_AreNowhereInClear()
    {
        Assert.That(_resources["secret"].Inputs.Text(), Does.Contain("properties: { value: [secret] }"));
        Assert.That(_resources.Values.Select(resource => resource.ToString() + resource.Inputs.Text()), Has.None.Contains(SmallStack.ClearSecret));
    }

    [Test]
    public async Task Secrets_HaveADigestOfTheKey()
    {
        var otherKey = (await DeclareAsync(new SecretHasher([4, 5, 6]))).Resources.Single(resource => resource.Name == "secret");
        var noKey = (await DeclareAsync(hasher: null)).Resources.Single(resource => resource.Name == "secret");

        Assert.That(Digest(_resources["secret"]), Is.Not.Null.And.Not.EqualTo(Digest(otherKey)));
        Assert.That(Digest(noKey), Is.Null);
    }

    [Test]
    public void Dependencies_AreStatedAndImplied() =>
        Assert.That(_resources["app"].Dependencies, Is.EqualTo(new[] { _resources["group"].Urn, _resources["secret"].Urn }.Order(StringComparer.Ordinal)));

    [Test]
    public void Ignored_IsByUrn() =>
        Assert.That(_declared.Ignored[_resources["app"].Urn], Is.EqualTo(new[] { "tags" }));

    private static string? Digest(StackResource resource) =>
        ((SecretValue)((MapValue)resource.Inputs.Find("properties")!).Find("value")!).Digest;

    private static async Task<DeclaredStack> DeclareAsync(SecretHasher? hasher)
    {
        var scope = new AzureScope("dev", "westeurope");
        var first = new FirstFailure();
        var recorder = new ResourceRecorder("release-infra", "dev", first);
        var reader = new StackReader(recorder, hasher);
        var mocks = new RehearsalMocks(
            recorder,
            new ComputedValues(scope),
            new ComputedFunctions(scope),
            new Progress<EngineProgress>(),
            first,
            CancellationToken.None);
        await Deployment.TestWithServiceProviderAsync<SmallStack>(
            mocks,
            new SmallStackProvider(recorder.Options),
            new TestOptions { ProjectName = "release-infra", StackName = "dev", IsPreview = true });
        return await reader.ReadAsync();
    }

    private sealed class SmallStackProvider(StackOptions options) : IServiceProvider
    {
        public object GetService(Type serviceType) => new SmallStack(options);
    }
}
