using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>The words for what was written and what was wanted.</summary>
internal static class WrittenKinds
{
    public static Problem Refuse(DocumentNode node, ScalarKind wanted, string allowed) => Refuse(node, Word(wanted), allowed);

    public static Problem Refuse(DocumentNode node, string wanted, string allowed) => node is EncryptedNode
        ? DocumentProblems.Encrypted(Place.Of(node))
        : DocumentProblems.WrongType(Place.Of(node), Word(node), wanted, allowed);

    private static string Word(DocumentNode node) => node switch
    {
        ObjectNode => "an object",
        ArrayNode => "a list",
        ScalarNode scalar => Word(scalar.Kind),
        _ => throw new ArgumentException($"Unknown node {node.GetType().Name}.", nameof(node)),
    };

    private static string Word(ScalarKind kind) => kind switch
    {
        ScalarKind.Text => "text",
        ScalarKind.Number => "a number",
        ScalarKind.Boolean => "true or false",
        ScalarKind.Null => "nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
