using Pulumi;
using Pulumi.Testing;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Configuration;

[NonParallelizable]
internal sealed class ConfigTests
{
    private const string Variable = "PULUMI_CONFIG";

    [SetUp]
    public void Configure()
        => Environment.SetEnvironmentVariable(Variable, """
            {
              "project:text": "a", "project:yes": "true", "project:no": "false", "project:maybe": "True", "project:number": "42",
              "project:ratio": "0.5", "project:object": "{\"Name\":\"a\"}", "project:lower": "{\"name\":\"a\"}",
              "project:broken": "{", "other:text": "b", "old:config:text": "c"
            }
            """);

    [TearDown]
    public void Forget() => Environment.SetEnvironmentVariable(Variable, null);

    [Test]
    public async Task Get_TakesTheProjectsKeys()
        => Assert.That(await ReadAsync(config => (config.Get("text"), config.Get("none"))), Is.EqualTo(("a", (string?)null)));

    [TestCase("other", "b")]
    [TestCase("other:config", "b")]
    [TestCase("old", "c")]
    public async Task Get_OfAnotherName_TakesItsKeys(string name, string expected)
        => Assert.That(await ReadAsync(_ => new Config(name).Get("text")), Is.EqualTo(expected));

    [Test]
    public async Task Scalars_AreRead()
        => Assert.That(
            await ReadAsync(config => (
                config.GetBoolean("yes"), config.RequireBoolean("no"), config.RequireInt32("number"), config.GetDouble("ratio"))),
            Is.EqualTo(((bool?)true, false, 42, (double?)0.5)));

    [Test]
    public async Task Objects_AreCaseSensitive()
        => Assert.That(
            await ReadAsync(config => (config.RequireObject<Named>("object").Name, config.GetObject<Named>("lower")!.Name)),
            Is.EqualTo(("a", (string?)null)));

    [Test]
    public async Task Missing_GivesNull()
        => Assert.That(
            await ReadAsync(config => (
                config.GetBoolean("none"), config.GetInt32("none"), config.GetObject<Named>("none"), config.GetSecret("none"))),
            Is.EqualTo(((bool?)null, (int?)null, (Named?)null, (Output<string>?)null)));

    [Test]
    public async Task Secrets_AreSecretOutputs()
        => Assert.That(
            await Run.InPreviewAsync(() => Look.AtAsync(new Config().RequireSecret("text"))), Is.EqualTo(Look<string>.Secret("a")));

    [Test]
    public async Task Require_Missing_SaysWhatToRun()
        => Assert.That(
            (await ErrorAsync(config => config.Require("none"))).Message,
            Is.EqualTo(
                "Missing Required configuration variable 'project:none'\n" +
                "\tplease set a value using the command `pulumi config set project:none <value>`"));

    [Test]
    public async Task Rejects_WrongTypes()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(
                (await ErrorAsync(config => config.GetBoolean("maybe"))).Message,
                Is.EqualTo("Configuration 'project:maybe' value 'True' is not a valid Boolean"));
            Assert.That(
                (await ErrorAsync(config => config.RequireInt32("text"))).Message,
                Is.EqualTo("Configuration 'project:text' value 'a' is not a valid Int32"));
            Assert.That(
                (await ErrorAsync(config => config.RequireObject<Named>("broken"))).Message,
                Is.EqualTo($"Configuration 'project:broken' value '{{' is not a valid {typeof(Named).FullName}"));
        });
    }

    [Test]
    public async Task Environment_IsReadOncePerDeployment()
    {
        string? seen = null;
        await Run.PreviewAsync(() =>
        {
            Environment.SetEnvironmentVariable(Variable, null);
            seen = new Config().Get("text");
        });

        Assert.That(seen, Is.EqualTo("a"));
    }

    [Test]
    public void Config_OutsideADeployment_IsRejected()
        => Assert.That(() => new Config(), Throws.InvalidOperationException);

    private static Task<T> ReadAsync<T>(Func<Config, T> read) => Run.InPreviewAsync(() => Task.FromResult(read(new Config())));

    private static async Task<RunException> ErrorAsync<T>(Func<Config, T> read)
    {
        RunException error = null!;
        await Run.PreviewAsync(() => error = Assert.Catch<RunException>(() => read(new Config()))!);
        return error;
    }

    private sealed record Named
    {
        public string? Name { get; init; }
    }
}
