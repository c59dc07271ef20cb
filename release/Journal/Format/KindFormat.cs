using System.Text.Json;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>How one case of a choice is written: its kind as a word, and its members beside it.</summary>
internal sealed record KindFormat<TBase>(string Kind, Type Type, Action<Utf8JsonWriter, TBase> Write, Func<JsonElement, TBase> Read);
