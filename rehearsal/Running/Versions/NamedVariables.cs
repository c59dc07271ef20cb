using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Running.Versions;

/// <summary>Variables as Azure lists them: names with values, and names that lead to secrets.</summary>
internal sealed record NamedVariables(ImmutableSortedDictionary<string, string> Plain, ImmutableSortedSet<string> Secret)
{
    /// <param name="isSecret">By its form; what the state keeps a digest of is secret in any form.</param>
    public static NamedVariables Of(IEnumerable<object> variables, Func<object, bool> isSecret)
    {
        var plain = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var secret = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            if (PlainValues.Select(variable, "name").FirstOrDefault() is not string name)
                continue;

            var value = PlainValues.Select(variable, "value").FirstOrDefault() as string ?? "";
            if (isSecret(variable) || MaskedSecret.Is(value))
                secret.Add(name);
            else
                plain[name] = value;
        }

        return new NamedVariables(plain.ToImmutable(), secret.ToImmutable());
    }
}
