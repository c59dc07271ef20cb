using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The outputs of resource classes, found once per class.</summary>
internal static class OutputProperties
{
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Known = new();

    /// <inheritdoc cref="OutputProperty.Find"/>
    public static OutputProperty[] Of(Type resourceType) => Known.GetOrAdd(resourceType, Find);

    private static OutputProperty[] Find(Type resourceType)
    {
        var found = new List<OutputProperty>();
        foreach (var property in resourceType.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
                found.Add(OutputProperty.Find(resourceType, property, attribute));
        }

        return [.. found];
    }
}
