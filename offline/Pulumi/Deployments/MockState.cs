using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The state that a mock returns, by wire names.</summary>
internal static class MockState
{
    /// <exception cref="InvalidOperationException">It is, or has in it, something of a type that no state may have.</exception>
    public static async ValueTask<Dictionary<string, SerializedValue>> ReadAsync(object state)
    {
        var serializer = new Serializer();
        var fields = new Dictionary<string, SerializedValue>(StringComparer.Ordinal);
        if (state is InputArgs args)
        {
            foreach (var member in args.Members)
                fields[member.WireName] = await serializer.SerializeMemberAsync(member.WireName, args, member);
        }
        else
        {
            foreach (var (name, value) in Entries(state))
                fields[name] = await serializer.SerializeAsync(name, value);
        }

        return fields;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(object state)
        => state as IDictionary<string, object?>
            ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
}
