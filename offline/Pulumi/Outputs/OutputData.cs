using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A settled output: its value and what must travel with every value made from it.</summary>
/// <param name="value">Of the output's type, boxed; its default when unknown.</param>
internal sealed class OutputData(object? value, ImmutableHashSet<Resource> resources, bool isKnown, bool isSecret)
{
    public object? Value { get; } = value;

    public ImmutableHashSet<Resource> Resources { get; } = resources;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;

    public static OutputData Known(object? value) => new(value, [], isKnown: true, isSecret: false);

    public OutputData With(object? value) => new(value, Resources, IsKnown, IsSecret);

    public OutputData Unknown(object? value) => new(value, Resources, isKnown: false, IsSecret);

    public OutputData WithSecret(bool isSecret) => new(Value, Resources, IsKnown, isSecret);

    public OutputData WithResource(Resource resource) => new(Value, Resources.Add(resource), IsKnown, IsSecret);

    /// <summary>The value of <paramref name="inner"/>, known only if both are, secret if either is.</summary>
    public OutputData Then(OutputData inner)
        => new(inner.Value, Join(Resources, inner.Resources), IsKnown && inner.IsKnown, IsSecret || inner.IsSecret);

    private static ImmutableHashSet<Resource> Join(ImmutableHashSet<Resource> first, ImmutableHashSet<Resource> second)
    {
        if (second.IsEmpty || ReferenceEquals(first, second))
            return first;
        return first.IsEmpty ? second : first.Union(second);
    }
}
