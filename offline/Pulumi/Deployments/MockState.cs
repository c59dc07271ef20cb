using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The state that a mock returns, by wire names.</summary>
internal static class MockState
{
    /// <exception cref="InvalidOperationException">It is, or has in it, something of a type that no state may have.</exception>
    public static async ValueTask<Dictionary<string, SerializedValue>> ReadAsync(object state)
    {
        var serializer = new Serializer("");
        var fields = new Dictionary<string, SerializedValue>(StringComparer.Ordinal);
        switch (state)
        {
            case InputArgs args:
                foreach (var member in args.Members)
                    fields[member.WireName] = await serializer.SerializePropertyAsync(args, member);
                break;
            case IDictionary<string, object?> entries:
                foreach (var (name, value) in entries)
                    fields[name] = await serializer.SerializePropertyAsync(name, value);
                break;
            case not null when OutputObjects.Are(state.GetType()):
                foreach (var (name, value) in OutputObjects.Fields(state))
                    fields[name] = await serializer.SerializePropertyAsync(name, value);
                break;
            default:
                throw new InvalidOperationException($"{state?.GetType().FullName} is not a supported argument type");
        }

        return fields;
    }
}
