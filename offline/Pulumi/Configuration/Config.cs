using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration keys under one name, by default the project's.</summary>
public sealed partial class Config
{
    private const string ConfigSuffix = ":config";

    private readonly string _name;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(ConfigSuffix, StringComparison.Ordinal) ? name[..^ConfigSuffix.Length] : name;
    }

    /// <summary>A secret comes back as clear text: take <see cref="GetSecret"/> for those.</summary>
    public string? Get(string key) => Deployment.Current.Configuration.Get(FullKey(key));

    /// <summary>Exactly "true" or "false".</summary>
    public bool? GetBoolean(string key)
        => Get(key) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            var text => throw new WrongTypeException(FullKey(key), text, nameof(Boolean)),
        };

    public int? GetInt32(string key)
    {
        if (Get(key) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new WrongTypeException(FullKey(key), text, nameof(Int32));
    }

    public double? GetDouble(string key)
    {
        if (Get(key) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new WrongTypeException(FullKey(key), text, nameof(Double));
    }

    /// <summary>Reads JSON with the serializer's defaults: names are case-sensitive.</summary>
    public T? GetObject<T>(string key) => ReadObject<T>(key, options: null);

    public T? GetObject<T>(string key, JsonSerializerOptions options) => ReadObject<T>(key, options);

    public string Require(string key) => Get(key) ?? throw new MissingException(FullKey(key));

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw new MissingException(FullKey(key));

    public int RequireInt32(string key) => GetInt32(key) ?? throw new MissingException(FullKey(key));

    public double RequireDouble(string key) => GetDouble(key) ?? throw new MissingException(FullKey(key));

    public T RequireObject<T>(string key)
    {
        Require(key);
        return ReadObject<T>(key, options: null)!;
    }

    public T RequireObject<T>(string key, JsonSerializerOptions options)
    {
        Require(key);
        return ReadObject<T>(key, options)!;
    }

    private T? ReadObject<T>(string key, JsonSerializerOptions? options)
    {
        if (Get(key) is not { } text)
            return default;

        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException error)
        {
            throw new WrongTypeException(FullKey(key), text, typeof(T).FullName!, error);
        }
    }

    private string FullKey(string key) => $"{_name}:{key}";

    private sealed class MissingException(string key) : RunException(
        $"Missing Required configuration variable '{key}'\n\tplease set a value using the command `pulumi config set {key} <value>`");

    private sealed class WrongTypeException(string key, string value, string expectedType, Exception? inner = null)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {expectedType}", inner);
}
