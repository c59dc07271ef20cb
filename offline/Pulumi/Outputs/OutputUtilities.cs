using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks inside an output. For tests: a program that awaits an output here loses what travels with it.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => new(new OutputState(new OutputData(value, [], isKnown: false, isSecret: false)));

    /// <summary>The factory is not called in a preview.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
        => CreateUnknown(default(T)!).Apply(_ => valueFactory());

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return new(output.State.WithResource(resource));
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.State.GetDataAsync()).IsKnown;

    /// <returns>The default of <typeparamref name="T"/> when the value is unknown.</returns>
    public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!);

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.State.GetDataAsync()).Resources;
}
