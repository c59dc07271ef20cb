using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>An object while it is read. Reading goes on after a problem, with a value that no rule may look at.</summary>
internal sealed class Section(ObjectNode node, ProblemList problems)
{
    private HashSet<string>? _unsound;

    public ObjectNode Node => node;

    public ProblemList Problems => problems;

    /// <summary>Every key that was read so far is there and of its form.</summary>
    public bool IsSound => _unsound is null;

    /// <summary>Refuses every key that is not in the table.</summary>
    public Section Accept(KeyTable table)
    {
        foreach (var (name, property) in node.Properties)
        {
            if (!table.Names.Contains(name))
                problems.Add(DocumentProblems.UnknownKey(Place.Key(property.KeySource, property.Value.Path), name, table.Names));
        }

        return this;
    }

    public bool Has(Key key) => node.Find(key.Name) is not null;

    public bool AreSound(params ReadOnlySpan<Key> keys)
    {
        foreach (var key in keys)
        {
            if (_unsound is not null && _unsound.Contains(key.Name))
                return false;
        }

        return true;
    }

    public Place PlaceOf(Key key) => node.Find(key.Name) is { } value ? Place.Of(value) : Place.Missing(node, key.Name);

    public T Read<T>(Key<T> key)
    {
        if (node.Find(key.Name) is not { } value)
        {
            if (key.Required)
                Miss(key);
            return key.Default!;
        }

        if (key.Form.TryRead(value, problems, out var read))
            return read;
        Spoil(key);
        return key.Default!;
    }

    /// <summary>Null where nothing is written.</summary>
    public T? Find<T>(Key<T> key)
        where T : class => Has(key) ? Read(key) : null;

    /// <summary>Null where nothing is written.</summary>
    public T? FindValue<T>(Key<T> key)
        where T : struct => Has(key) ? Read(key) : null;

    /// <summary>Null for a section that is not there (a problem where it must be) or is no object.</summary>
    public Section? Open(SectionKey key)
    {
        if (node.Find(key.Name) is { } value)
            return Inside(key, value) is { } section ? key.Variants.Length == 1 ? section.Accept(key.Variants[0]) : section : null;
        if (key.Required)
            Miss(key);
        return null;
    }

    /// <summary>The sections under the key, without those that were written as nothing.</summary>
    public IEnumerable<(string Name, Section Section)> Open(EntriesKey key)
    {
        if (node.Find(key.Name) is not { } value)
        {
            if (key.Required)
                Miss(key);
            yield break;
        }

        if (Inside(key, value) is not { } entries)
            yield break;
        foreach (var (name, property) in entries.Node.Properties)
        {
            if (property.Value.IsNull)
                continue;
            var written = new ScalarNode(property.KeySource, property.Value.Path, ScalarKind.Text, name);
            if (!key.Names.TryRead(written, problems, out _) || Inside(key, property.Value) is not { } section)
                Spoil(key);
            else
                yield return (name, key.Variants.Length == 1 ? section.Accept(key.Variants[0]) : section);
        }
    }

    private Section? Inside(Key key, DocumentNode value)
    {
        if (value is ObjectNode inner)
            return new Section(inner, problems);
        problems.Add(WrittenKinds.Refuse(value, "an object", key.Allowed));
        Spoil(key);
        return null;
    }

    private void Miss(Key key)
    {
        problems.Add(DocumentProblems.MissingKey(Place.Missing(node, key.Name), key.Name, key.Allowed));
        Spoil(key);
    }

    private void Spoil(Key key) => (_unsound ??= []).Add(key.Name);
}
