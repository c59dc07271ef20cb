using ReleaseInfra.Domain.Settings.Reading.Forms;

namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>Names inside a PostgreSQL server: databases and logins that Azure or PostgreSQL keeps for itself are not taken.</summary>
internal static class DatabaseNames
{
    private const int Longest = 63;

    private static readonly string[] ReservedDatabases =
        ["postgres", "template0", "template1", "azure_maintenance", "azure_sys"];

    private static readonly string[] ReservedLogins =
        ["azure_superuser", "azure_pg_admin", "admin", "administrator", "root", "guest", "public"];

    public static Form<string> Database { get; } = Form.Text(
        $"1 to {Longest} letters, digits, '_' and '-', a letter or '_' first, and none of {string.Join(", ", ReservedDatabases)}",
        name => IsName(name, andHyphen: true) && !ReservedDatabases.Contains(name, StringComparer.OrdinalIgnoreCase));

    public static Form<string> Login { get; } = Form.Text(
        $"1 to {Longest} letters, digits and '_', a letter or '_' first, not with pg_ at its start, and none of "
        + string.Join(", ", ReservedLogins),
        name => IsName(name, andHyphen: false)
            && !name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase)
            && !ReservedLogins.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool IsName(string name, bool andHyphen) =>
        name.Length is > 0 and <= Longest
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_' || (andHyphen && character == '-'));
}
