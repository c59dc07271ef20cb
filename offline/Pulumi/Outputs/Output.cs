using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputState.Known(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => new(new OutputState(new OutputData(value, [], isKnown: true, isSecret: true)));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.CreateSecret(value);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value.State.WithSecret(true));
    }

    public static Output<T> Unsecret<T>(Output<T> output) => new(output.State.WithSecret(false));

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.State.GetDataAsync()).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => Combine<T>(inputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => Combine<T>(inputs);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => Combine<T>(outputs.Select(output => (Input<T>)output));

    /// <summary>Formats with the invariant culture; a hole may be an input, an output or a plain value.</summary>
    public static Output<string> Format(FormattableString formattableString)
        => new(new OutputState(FormatAsync(formattableString)));

    private static Output<ImmutableArray<T>> Combine<T>(IEnumerable<Input<T>> inputs)
        => new(OutputState.Gather(
            [.. inputs.Select(input => input.ToOutput().State)],
            values => ImmutableArray.CreateRange(values.Select(value => (T)value!))));

    private static async ValueTask<OutputData> FormatAsync(FormattableString formattable)
    {
        var values = new object?[formattable.ArgumentCount];
        var traits = new OutputTraits();
        for (var i = 0; i < values.Length; i++)
            values[i] = await ReadHoleAsync(formattable.GetArgument(i), traits);

        var text = traits.IsKnown || !Deployment.Instance.IsDryRun
            ? Text(formattable.Format, values)
            : null!;
        return traits.Of(text);
    }

    private static async ValueTask<object?> ReadHoleAsync(object? hole, OutputTraits traits) => hole switch
    {
        // The text of the union, without making one.
        IInput { Member: { } member } input => $"{member.FullName}: {traits.Add(await input.Serialized.GetDataAsync())}",
        IInput input => traits.Add(await input.Typed.GetDataAsync()),
        IOutput output => traits.Add(await output.State.GetDataAsync()),
        _ => hole,
    };

    // One hole and nothing else is by far the most frequent: there is nothing to format around it.
    private static string Text(string format, object?[] values) => format == "{0}"
        ? Convert.ToString(values[0], CultureInfo.InvariantCulture) ?? ""
        : string.Format(CultureInfo.InvariantCulture, format, values);
}
