namespace ReleaseInfra.Offline.Generator.Schema;

/// <param name="WireName">The name that Azure, the mocks and the engine see.</param>
/// <param name="Default">Null when the package fills nothing in.</param>
internal sealed record SchemaProperty(string WireName, SchemaType Type, bool Required, SchemaDefault? Default);
