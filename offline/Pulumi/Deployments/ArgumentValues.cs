using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Serialised arguments: those that are known, and whether that is all of them.</summary>
internal sealed record ArgumentValues(ImmutableDictionary<string, object> Known, bool AllKnown)
{
    /// <exception cref="InvalidOperationException">An argument cannot be serialised; the message names it.</exception>
    public static async ValueTask<ArgumentValues> ReadAsync(
        Serializer serializer, InputArgs args, Func<string, bool> accepts)
    {
        var (known, allKnown) = (ImmutableDictionary.CreateBuilder<string, object>(), true);
        foreach (var member in args.Members)
        {
            if (!accepts(member.WireName))
                continue;

            var value = await serializer.SerializePropertyAsync(args, member);
            allKnown &= value.IsKnown;
            if (value is { IsKnown: true, Value: not null })
                known[member.WireName] = value.Value;
        }

        return new ArgumentValues(known.ToImmutable(), allKnown);
    }
}
