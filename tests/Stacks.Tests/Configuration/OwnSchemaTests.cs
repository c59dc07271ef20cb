using System.Text;
using System.Text.Json;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>The repository's own files against the schemas that they name.</summary>
public sealed class OwnSchemaTests
{
    private static readonly JsonDocumentOptions AsConfigurationDoes = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    [TestCase("base")]
    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public void EnvironmentFile_FollowsItsSchema(string layer)
    {
        var file = JsonDocument.Parse(Read($"stacks/environments/{layer}.json"), AsConfigurationDoes).RootElement;

        Assert.That(file.GetProperty("$schema").GetString(), Is.EqualTo("../schema/environment.schema.json"));
        Assert.That(Schema("environment").Violations(file), Is.Empty);
    }

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public void StackFile_FollowsItsSchema(string stack)
    {
        var file = Workspace.StackFile(StackName.Find(stack)!);

        Assert.That(Read(file), Does.StartWith("# yaml-language-server: $schema=stacks/schema/stack.schema.json\n"));
        Assert.That(Schema("stack").Violations(AsJson(stack)), Is.Empty);
    }

    [TestCase("""{"aplication":"app"}""", "$.aplication is not known")]
    [TestCase("""{"vault":{"softDeleteDays":91}}""", "$.vault.softDeleteDays is above 90")]
    [TestCase("""{"vault":{"softDeleteDays":"7"}}""", "$.vault.softDeleteDays is no integer")]
    [TestCase("""{"services":{"web":{"host":"aks"}}}""", "$.services.web.host is none of the words")]
    [TestCase("""{"services":{"web":{"secrets":{"A":"plain"}}}}""", "$.services.web.secrets.A fits nothing")]
    [TestCase("""{"rollout":{"steps":[10,{"wieght":100}]}}""", "$.rollout.steps[1] fits not exactly one form")]
    [TestCase("""{"services":{"web":{"smokeTests":[{"request":"GET //x"}]}}}""", "$.services.web.smokeTests[0].request does not match ^(GET|HEAD) /(?!/)[!-\"$-\\[\\]-~]*$")]
    [TestCase("""{"rollout":{"gates":{"webhook":{"url":"https://x/?code=k"}}}}""", "$.rollout.gates.webhook.url does not match ^https://[^@?#/ ]+(/[^@?# ]*)?$")]
    public void Schema_Refuses(string json, string expected) =>
        Assert.That(Schema("environment").Violations(JsonDocument.Parse(json).RootElement), Is.EqualTo(new[] { expected }));

    // The engine's own form of the file, put back under the key that the schema begins at.
    private static JsonElement AsJson(string stack)
    {
        var given = ((Valid<string>)EngineConfiguration.Read(new Workspace(RepositoryRoot.Path), stack)).Value;
        var json = new StringBuilder("""{"config":{""");
        foreach (var key in JsonDocument.Parse(given).RootElement.EnumerateObject())
        {
            var value = key.Value.GetString()!;
            json.Append(json[^1] == '{' ? "" : ",").Append(JsonSerializer.Serialize(key.Name)).Append(':');
            json.Append(value.StartsWith('{') ? value : JsonSerializer.Serialize(value));
        }

        return JsonDocument.Parse(json.Append("}}").ToString()).RootElement;
    }

    private static JsonSchema Schema(string name) => new(JsonDocument.Parse(Read($"stacks/schema/{name}.schema.json")).RootElement);

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));
}
