using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>(value, [], isKnown: true, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.CreateSecret(value);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.WithSecret(true);
    }

    public static Output<T> Unsecret<T>(Output<T> output) => output.WithSecret(false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.GetDataAsync()).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => Combine<T>([.. inputs]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => Combine<T>([.. inputs]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => Combine<T>([.. outputs.Select(output => (Input<T>)output)]);

    /// <summary>Formats with the invariant culture; a hole may be an input, an output or a plain value.</summary>
    public static Output<string> Format(FormattableString formattableString)
        => new(FormatAsync(formattableString));

    private static Output<ImmutableArray<T>> Combine<T>(ImmutableArray<Input<T>> inputs) => new(CombineAsync(inputs));

    private static async ValueTask<OutputData<ImmutableArray<T>>> CombineAsync<T>(ImmutableArray<Input<T>> inputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(inputs.Length);
        var traits = new OutputTraits();
        foreach (var input in inputs)
            values.Add(traits.Add(await input.ToOutput().GetDataAsync()));
        return traits.Of(values.MoveToImmutable());
    }

    private static async ValueTask<OutputData<string>> FormatAsync(FormattableString formattable)
    {
        var values = new object?[formattable.ArgumentCount];
        var traits = new OutputTraits();
        for (var i = 0; i < values.Length; i++)
        {
            var argument = formattable.GetArgument(i);
            var output = argument is IInput input ? input.ToUntypedOutput() : argument as IOutput;
            values[i] = output is null ? argument : traits.AddUntyped(await output.GetUntypedDataAsync());
        }

        var text = traits.IsKnown || !Deployment.Instance.IsDryRun
            ? string.Format(CultureInfo.InvariantCulture, formattable.Format, values)
            : null!;
        return traits.Of(text);
    }
}
