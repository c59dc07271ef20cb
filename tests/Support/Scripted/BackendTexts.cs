using System.Text.Json.Nodes;

namespace ReleaseInfra.Tests.Support.Scripted;

/// <summary>What the backend's commands print.</summary>
public static class BackendTexts
{
    public const string Signature = "4dabf18193072939515e22adb298388d";
    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    public const string OwnBackendLocked =
        "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n" +
        "  azblob://state/.pulumi/locks/organization/release-infra/dev/0d2c.json: created by bob@build-7 (pid 42) at 2026-11-02T08:30:00Z\n";

    public const string CloudLocked =
        "error: [409] Conflict: Another update is currently in progress.\n" +
        "To learn more about possible reasons and resolution, visit https://www.pulumi.com/docs/troubleshooting/#conflict\n";

    /// <summary>As <c>stack export --show-secrets</c> has it.</summary>
    public static JsonObject Secret(string clear) => new()
    {
        [Signature] = SecretSignature,
        ["plaintext"] = JsonValue.Create(clear).ToJsonString(),
    };

    /// <summary>As an event has it.</summary>
    public static JsonObject Blinded() => new() { [Signature] = SecretSignature, ["ciphertext"] = "[secret]" };

    public static string Export(IEnumerable<ScriptedResource> resources, params (string Urn, string Type)[] pending) => new JsonObject
    {
        ["version"] = 3,
        ["deployment"] = new JsonObject
        {
            ["manifest"] = new JsonObject(),
            ["resources"] = new JsonArray([.. resources.Select(resource => resource.ToJson())]),
            ["pending_operations"] = new JsonArray([.. pending.Select(operation => new JsonObject
            {
                ["resource"] = new JsonObject { ["urn"] = operation.Urn },
                ["type"] = operation.Type,
            })]),
        },
    }.ToJsonString();

    /// <param name="release">As the stack's configuration has it, in JSON; null where the backend kept none.</param>
    public static JsonObject Update(int version, string kind, string result, string message, string? release, params (string, int)[] changes) => new()
    {
        ["kind"] = kind,
        ["startTime"] = $"2026-11-02T08:{version:00}:00.000Z",
        ["endTime"] = $"2026-11-02T08:{version:00}:30.000Z",
        ["message"] = message,
        ["environment"] = new JsonObject { ["git.committer"] = "carol" },
        ["config"] = release is null ? [] : new JsonObject
        {
            ["azure-native:location"] = new JsonObject { ["value"] = "westeurope", ["secret"] = false },
            ["release-infra:release"] = new JsonObject { ["value"] = release, ["secret"] = false },
        },
        ["result"] = result,
        ["version"] = version,
        ["resourceChanges"] = new JsonObject(changes.Select(change => KeyValuePair.Create(change.Item1, (JsonNode?)change.Item2))),
    };
}
