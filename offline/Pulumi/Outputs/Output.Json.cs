using System.Text.Json;

namespace Pulumi;

public static partial class Output
{
    /// <summary>JSON text of the value; outputs and inputs in it may be anywhere, and give what they hold.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(new OutputState(SerializeAsync(value, options)));
    }

    private static async ValueTask<OutputData> SerializeAsync<T>(Output<T> output, JsonSerializerOptions? options)
    {
        var data = await output.State.GetDataAsync();
        if (!data.IsKnown)
            return data.With("");

        var traits = new OutputTraits();
        traits.Add(data);
        var json = JsonSerializer.Serialize((T)data.Value!, OutputJsonConverters.AddTo(options, traits));
        return traits.Of(traits.IsKnown ? json : "");
    }
}
