using System.Text.Json;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>Every case of a choice. A case that is not listed cannot be written, and a kind that is not listed cannot be read.</summary>
/// <param name="member">Under which the kind stands.</param>
/// <param name="noun">As in "'x' is no ...".</param>
internal sealed class KindFormats<TBase>(string member, string noun)
    where TBase : class
{
    private readonly List<KindFormat<TBase>> _formats = [];

    public IReadOnlyList<KindFormat<TBase>> All => _formats;

    public KindFormats<TBase> With<T>(string kind, Action<Utf8JsonWriter, T> write, Func<JsonElement, T> read)
        where T : class, TBase
    {
        _formats.Add(new KindFormat<TBase>(kind, typeof(T), (writer, value) => write(writer, (T)value), read));
        return this;
    }

    /// <summary>A case without members.</summary>
    public KindFormats<TBase> With<T>(string kind)
        where T : class, TBase, new() => With<T>(kind, (_, _) => { }, _ => new T());

    public string KindOf(TBase value) => Of(value).Kind;

    public void Write(Utf8JsonWriter writer, TBase value)
    {
        var format = Of(value);
        writer.WriteString(member, format.Kind);
        format.Write(writer, value);
    }

    /// <exception cref="JsonException">It has no kind, or one that this program does not know.</exception>
    public TBase Read(JsonElement element)
    {
        var kind = element.Text(member);
        var format = _formats.Find(format => format.Kind == kind)
            ?? throw new JsonException($"'{kind}' is no {noun}; known are {string.Join(", ", _formats.Select(format => format.Kind))}.");
        return format.Read(element);
    }

    private KindFormat<TBase> Of(TBase value) => _formats.Find(format => format.Type == value.GetType())
        ?? throw new ArgumentException($"No line can say {value.GetType().Name}.", nameof(value));
}
