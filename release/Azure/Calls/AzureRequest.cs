using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>One call of Azure's REST interface.</summary>
/// <param name="Path">From the endpoint's root, without query.</param>
internal sealed record AzureRequest(string Method, string Path)
{
    /// <summary>Escaped when it is sent.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Besides those that every call has.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Null for a call without a body.</summary>
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>What the answer may be.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Whether saying it twice does no more than saying it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Of the call with all its repetitions.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The whole address, where Azure gave one to ask at; null for the endpoint's own.</summary>
    public Uri? Address { get; init; }

    public bool IsRead { get; init; }

    public static AzureRequest Get(string path, string apiVersion) => new("GET", path) { Query = Version(apiVersion), IsRead = true };

    /// <summary>Whether something is there, and what its headers say.</summary>
    public static AzureRequest Head(string path) => new("HEAD", path) { IsRead = true };

    public static AzureRequest GetAt(Uri address) => new("GET", address.AbsolutePath) { Address = address, IsRead = true };

    public static AzureRequest Put(string path, string apiVersion) => new("PUT", path) { Query = Version(apiVersion) };

    public static AzureRequest Patch(string path, string apiVersion) => new("PATCH", path) { Query = Version(apiVersion) };

    /// <summary>A POST that is as good twice as once.</summary>
    public static AzureRequest Post(string path, string apiVersion) => new("POST", path) { Query = Version(apiVersion) };

    /// <summary>A POST that must not be sent again once it may have arrived.</summary>
    public static AzureRequest PostOnce(string path, string apiVersion) => Post(path, apiVersion) with { IsRepeatable = false };

    public AzureRequest With(string key, string value) => this with { Query = Query.Add(new(key, value)) };

    public AzureRequest WithHeader(string name, string value) => this with { Headers = Headers.Add(new(name, value)) };

    public AzureRequest WithBody(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return this with { Body = buffer.ToArray() };
    }

    /// <summary>As a browser sends a form.</summary>
    public AzureRequest WithForm(params IEnumerable<(string Key, string Value)> fields) => this with
    {
        ContentType = "application/x-www-form-urlencoded",
        Body = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))),
    };

    private static ImmutableArray<KeyValuePair<string, string>> Version(string apiVersion) => [new("api-version", apiVersion)];
}
