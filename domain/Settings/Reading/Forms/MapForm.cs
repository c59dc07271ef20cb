using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>Names of the writer's own choice, each with a value.</summary>
internal sealed record MapForm<T>(Form<string> Name, Form<T> Value) : Form<ImmutableSortedDictionary<string, T>>
{
    public override string Allowed => $"an object: each name {Name.Allowed}, each value {Value.Allowed}";

    public override bool TryRead(
        DocumentNode node,
        ProblemList problems,
        [MaybeNullWhen(false)] out ImmutableSortedDictionary<string, T> value)
    {
        value = null;
        if (node is not ObjectNode written)
        {
            problems.Add(WrittenKinds.Refuse(node, "an object", Allowed));
            return false;
        }

        var before = problems.Count;
        var entries = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (name, property) in written.Properties)
        {
            if (property.Value.IsNull)
                continue;
            // The name is judged where it stands, as if it were a value.
            var key = new ScalarNode(property.KeySource, property.Value.Path, ScalarKind.Text, name);
            if (Name.TryRead(key, problems, out _) & Value.TryRead(property.Value, problems, out var entry))
                entries[name] = entry!;
        }

        value = entries.ToImmutable();
        return problems.Count == before;
    }
}
