using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Writes outputs and inputs as the values that they hold, and notes what travels with these.</summary>
internal sealed class OutputJsonConverters(OutputTraits traits) : JsonConverterFactory
{
    /// <summary>Options for one value alone, whose traits they gather.</summary>
    public static JsonSerializerOptions AddTo(JsonSerializerOptions? options, OutputTraits traits)
    {
        var extended = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        extended.Converters.Add(new OutputJsonConverters(traits));
        return extended;
    }

    public override bool CanConvert(Type typeToConvert) => OutputOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(
            typeof(Converter<,>).MakeGenericType(typeToConvert, OutputOf(typeToConvert)!), traits)!;

    // InputList, InputMap and InputUnion are inputs by inheritance.
    private static Type? OutputOf(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && (t.GetGenericTypeDefinition() == typeof(Output<>) || t.GetGenericTypeDefinition() == typeof(Input<>)))
                return t.GenericTypeArguments[0];
        }

        return null;
    }

    private sealed class Converter<TPut, T>(OutputTraits traits) : JsonConverter<TPut>
    {
        public override TPut Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new NotSupportedException($"A {typeToConvert.FullName} cannot be read from JSON.");

        public override void Write(Utf8JsonWriter writer, TPut value, JsonSerializerOptions options)
        {
            // Blocks: the serializer's converters cannot wait.
            var state = value is IInput input ? input.Typed : ((IOutput)value!).State;
            var data = state.GetDataAsync().AsTask().GetAwaiter().GetResult();
            traits.Add(data);
            if (data.IsKnown)
                JsonSerializer.Serialize(writer, (T)data.Value!, options);
            else
                writer.WriteNullValue();
        }
    }
}
