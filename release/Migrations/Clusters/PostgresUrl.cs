using System.Globalization;
using Npgsql;

namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>Addresses of databases as most programs write them: <c>postgresql://user:password@host:port/database?sslmode=require</c>.</summary>
internal static class PostgresUrl
{
    private const int UsualPort = 5432;

    private static readonly string[] Schemes = ["postgres", "postgresql"];

    /// <exception cref="ReleaseFailure">The text is no such address. What it says is not repeated: it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !Schemes.Contains(url.Scheme) || url.Host.Length == 0)
            throw ReleaseFailure.NoDatabaseUrl();

        var (user, password) = url.UserInfo.Split(':', 2) is [var before, var after] ? (before, after) : (url.UserInfo, "");
        // Not pooled: a database can only be dropped, or copied, when nobody is connected to it.
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : UsualPort,
            Database = url.AbsolutePath.Trim('/') is { Length: > 0 } database ? Uri.UnescapeDataString(database) : "postgres",
            Pooling = false,
        };
        if (user.Length > 0)
            connection.Username = Uri.UnescapeDataString(user);
        if (password.Length > 0)
            connection.Password = Uri.UnescapeDataString(password);
        foreach (var setting in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            connection.SslMode = SslModeOf(setting);
        return connection;
    }

    public static string Of(NpgsqlConnectionStringBuilder connection, string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"postgresql://{Uri.EscapeDataString(connection.Username ?? "")}:{Uri.EscapeDataString(connection.Password ?? "")}@{connection.Host}:{connection.Port}/{Uri.EscapeDataString(database)}");

    private static SslMode SslModeOf(string setting) => setting switch
    {
        "sslmode=disable" => SslMode.Disable,
        "sslmode=allow" => SslMode.Allow,
        "sslmode=prefer" => SslMode.Prefer,
        "sslmode=require" => SslMode.Require,
        "sslmode=verify-ca" => SslMode.VerifyCA,
        "sslmode=verify-full" => SslMode.VerifyFull,
        _ => throw ReleaseFailure.UnknownDatabaseSetting(setting.Split('=')[0]),
    };
}
