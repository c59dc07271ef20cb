using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ReleaseInfra.Rehearsal.Arm.Http;

internal abstract record ArmAnswer
{
    private protected ArmAnswer(int status) => Status = status;

    public int Status { get; }

    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    public ArmAnswer With(string header, string value) => this with { Headers = Headers.Add((header, value)) };
}

internal sealed record JsonAnswer(int StatusCode, JsonObject Body) : ArmAnswer(StatusCode)
{
    /// <summary>A list, which is always one page.</summary>
    public static ArmAnswer Page(IEnumerable<JsonObject> values) =>
        new JsonAnswer(200, new JsonObject { ["value"] = new JsonArray([.. values]) });
}

internal sealed record EmptyAnswer(int StatusCode) : ArmAnswer(StatusCode);
