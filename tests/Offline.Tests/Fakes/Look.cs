using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace ReleaseInfra.Offline.Tests.Fakes;

/// <summary>Everything that an output holds, to be compared at once.</summary>
internal sealed record Look<T>(T Value, bool IsKnown, bool IsSecret)
{
    public static Look<T> Plain(T value) => new(value, IsKnown: true, IsSecret: false);

    public static Look<T> Secret(T value) => new(value, IsKnown: true, IsSecret: true);

    public static Look<T> Unknown { get; } = new(default!, IsKnown: false, IsSecret: false);
}

internal static class Look
{
    public static async Task<Look<T>> AtAsync<T>(Output<T> output)
        => new(
            await OutputUtilities.GetValueAsync(output),
            await OutputUtilities.GetIsKnownAsync(output),
            await Output.IsSecretAsync(output));

    public static Task<ImmutableHashSet<Resource>> DependenciesOfAsync<T>(Output<T> output)
        => OutputUtilities.GetDependenciesAsync(output);
}
