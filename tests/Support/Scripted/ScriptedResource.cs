using System.Text.Json.Nodes;

namespace ReleaseInfra.Tests.Support.Scripted;

/// <summary>A resource as Pulumi's state and events have it.</summary>
public sealed record ScriptedResource(string Type, string Name, JsonObject Inputs)
{
    public const string StackType = "pulumi:pulumi:Stack";

    public static string StackUrn => $"urn:pulumi:dev::release-infra::{StackType}::release-infra-dev";

    public string Urn => Type == StackType ? StackUrn : $"urn:pulumi:dev::release-infra::{Type}::{Name}";

    public bool IsComponent { get; init; }

    public bool Protect { get; init; }

    /// <summary>What Azure answered, beside the inputs.</summary>
    public JsonObject Outputs { get; init; } = [];

    public static ScriptedResource Stack(JsonObject outputs) => new(StackType, "release-infra-dev", []) { IsComponent = true, Outputs = outputs };

    public JsonObject ToJson() => new()
    {
        ["type"] = Type,
        ["urn"] = Urn,
        ["custom"] = !IsComponent,
        ["id"] = IsComponent ? "" : $"/{Name}",
        ["parent"] = Type == StackType ? "" : StackUrn,
        ["protect"] = Protect,
        ["inputs"] = Inputs.DeepClone(),
        ["outputs"] = Outputs.DeepClone(),
        ["provider"] = "",
    };
}
