namespace ReleaseInfra.Rehearsal;

/// <summary>What was asked of the embedded Azure is more than it knows; the message is a sentence for its user.</summary>
public sealed class RehearsalException : Exception
{
    internal RehearsalException(string message)
        : base(message)
    {
    }

    internal static RehearsalException UnknownType(string type, IEnumerable<string> known) =>
        new($"The embedded Azure does not know the resource type '{type}'. It knows: {Listed(known)}.");

    internal static RehearsalException UnknownFunction(string token, IEnumerable<string> known) =>
        new($"The embedded Azure does not know the function '{token}'. It knows: {Listed(known)}.");

    internal static RehearsalException MissingInput(string subject, string path) =>
        new($"{subject} has no '{path}', which Azure needs to name it.");

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
