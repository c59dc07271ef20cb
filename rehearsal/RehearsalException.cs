namespace ReleaseInfra.Rehearsal;

/// <summary>What was asked of the embedded Azure is more than it knows; the message is a sentence for its user.</summary>
public sealed class RehearsalException : Exception
{
    internal RehearsalException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    internal static RehearsalException UnknownType(string type, IEnumerable<string> known) =>
        new($"The embedded Azure does not know the resource type '{type}'. It knows: {Listed(known)}.");

    internal static RehearsalException UnknownFunction(string token, IEnumerable<string> known) =>
        new($"The embedded Azure does not know the function '{token}'. It knows: {Listed(known)}.");

    internal static RehearsalException MissingInput(string subject, string path) =>
        new($"{subject} has no '{path}', which Azure needs to name it.");

    internal static RehearsalException StateUnreadable(string path, Exception cause) =>
        new($"The embedded Azure's state '{path}' cannot be read: {cause.Message.TrimEnd('.', ' ')}. Restore it from a copy, or " +
            "remove it and the stack's state together to start from nothing.", cause);

    internal static RehearsalException StateNewer(string path, int version, int known) =>
        new($"The embedded Azure's state '{path}' has version {version}, and this program knows versions up to {known}. Use the " +
            "program that wrote it, or a newer one.");

    internal static RehearsalException StateOfAnotherStack(string path, string? owner, string stack) =>
        new($"The embedded Azure's state '{path}' is that of the stack '{owner}', not of '{stack}'.");

    internal static RehearsalException NoPort(string? stated) =>
        new($"PORT is '{stated}'. It takes the port to listen at, from 1 to 65535.");

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
