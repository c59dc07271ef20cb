namespace ReleaseInfra.Offline.Generator.Schema;

/// <summary>
/// The slice of one provider package. Everything is in ordinal order of its key, so the generated text does not depend
/// on the order of the file.
/// </summary>
internal sealed record SchemaPackage(
    string Name,
    string Version,
    IReadOnlyList<SchemaResource> Resources,
    IReadOnlyList<SchemaFunction> Functions,
    SortedDictionary<string, IReadOnlyList<SchemaProperty>> Types,
    SortedDictionary<string, IReadOnlyList<SchemaProperty>> Responses,
    SortedDictionary<string, SchemaEnum> Enums);
