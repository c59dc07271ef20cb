using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A settled output: its value and what must travel with every value made from it.</summary>
internal sealed class OutputData<T>(T value, ImmutableHashSet<Resource> resources, bool isKnown, bool isSecret) : IOutputData
{
    /// <summary>The default of <typeparamref name="T"/> when unknown.</summary>
    public T Value { get; } = value;

    public ImmutableHashSet<Resource> Resources { get; } = resources;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;

    object? IOutputData.Value => Value;

    public static OutputData<T> Known(T value) => new(value, [], isKnown: true, isSecret: false);

    public OutputData<U> With<U>(U value) => new(value, Resources, IsKnown, IsSecret);

    public OutputData<U> WithUnknown<U>() => new(default!, Resources, isKnown: false, IsSecret);

    public OutputData<T> WithSecret(bool isSecret) => new(Value, Resources, IsKnown, isSecret);

    public OutputData<T> WithResource(Resource resource) => new(Value, Resources.Add(resource), IsKnown, IsSecret);

    /// <summary>The value of <paramref name="inner"/>, known only if both are, secret if either is.</summary>
    public OutputData<U> Then<U>(OutputData<U> inner)
        => new(inner.Value, Join(Resources, inner.Resources), IsKnown && inner.IsKnown, IsSecret || inner.IsSecret);

    private static ImmutableHashSet<Resource> Join(ImmutableHashSet<Resource> first, ImmutableHashSet<Resource> second)
    {
        if (second.IsEmpty || ReferenceEquals(first, second))
            return first;
        return first.IsEmpty ? second : first.Union(second);
    }
}
