namespace Pulumi.Serialization;

internal static class Constants
{
    public const string Id = "id";
    public const string Urn = "urn";

    /// <summary>Stands on the wire for a value that is not known yet.</summary>
    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
