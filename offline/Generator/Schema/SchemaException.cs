namespace ReleaseInfra.Offline.Generator.Schema;

/// <summary>The slice says something that the generator does not know; the message names it and where it stands.</summary>
internal sealed class SchemaException(string message) : Exception(message);
