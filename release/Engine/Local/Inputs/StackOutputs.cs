using System.Reflection;
using Pulumi;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>What a stack gives to the outside: its properties with an output's attribute, by the attribute's name.</summary>
internal static class StackOutputs
{
    /// <summary>Inside the run's own context, as with inputs.</summary>
    public static async Task<MapValue> ReadAsync(Stack stack, InputReader reader)
    {
        var entries = new List<MapEntry>();
        foreach (var property in stack.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            // The SDK's own classes have outputs too, such as the URN.
            if (!property.DeclaringType!.IsAssignableFrom(typeof(Stack))
                && property.GetCustomAttribute<OutputAttribute>() is { } attribute
                && await reader.ReadValueAsync(property.GetValue(stack)) is { } value)
            {
                entries.Add(new MapEntry(attribute.Name ?? property.Name, value));
            }
        }

        return MapValue.Of(entries);
    }
}
