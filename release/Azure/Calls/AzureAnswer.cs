using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>What came back, whatever its status.</summary>
/// <param name="Body">Empty where there was none.</param>
/// <param name="RetryAfter">How long Azure wants to be left alone; null where it did not say.</param>
/// <param name="ContentDigest">Of a registry's manifest.</param>
/// <param name="OperationAddress"><c>Azure-AsyncOperation</c>.</param>
internal sealed record AzureAnswer(
    AzureCallName Call,
    int Status,
    ReadOnlyMemory<byte> Body,
    string? ServiceRequestId,
    TimeSpan? RetryAfter,
    string? OperationAddress,
    string? Location,
    string? ContentDigest)
{
    /// <summary>All that came, by names whose case does not matter.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <exception cref="AzureUnexpectedAnswer">There is no body, or it is not JSON.</exception>
    public WireJson Json()
    {
        if (Body.IsEmpty)
            throw new AzureUnexpectedAnswer(Call, $"it is {Status} with an empty body.");
        return Read() is { } root
            ? new WireJson(Call, root)
            : throw new AzureUnexpectedAnswer(Call, $"it is {Status} with a body that is not JSON.");
    }

    /// <summary>Null for a body that is none, or none of JSON.</summary>
    public JsonElement? Read()
    {
        if (Body.IsEmpty)
            return null;
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
