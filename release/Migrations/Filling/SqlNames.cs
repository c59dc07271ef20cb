namespace ReleaseInfra.Cli.Migrations.Filling;

/// <summary>Names as statements write them.</summary>
internal static class SqlNames
{
    /// <param name="name">As a catalogue has it, with its schema where that is not <c>public</c>.</param>
    public static string Table(string name) => string.Join('.', name.Split('.', 2).Select(Of));

    public static string Of(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string? text) => text is null ? "NULL" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
