using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>A PostgreSQL of this program's own, in a folder that is removed with it.</summary>
internal sealed class TemporaryCluster : DatabaseServer
{
    private const string User = "release";

    // Another process may take the port between the draw and the start.
    private const int Attempts = 5;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    // Nothing in it outlives the program, so nothing waits for the disk. Rows are counted as they come, and not by a
    // background that would hold locks of its own on the tables. The hour is the same everywhere, as on most servers.
    private static readonly string[] Settings =
    [
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=50", "listen_addresses=127.0.0.1",
        "unix_socket_directories=", "log_min_messages=warning", "timezone=GMT",
    ];

    private readonly PostgresPrograms _programs;
    private readonly ServerAccount _account;
    private readonly string _folder;

    private TemporaryCluster(PostgresPrograms programs, ServerAccount account, string folder, NpgsqlConnectionStringBuilder connection)
        : base(connection)
    {
        (_programs, _account, _folder) = (programs, account, folder);
    }

    public override string Place => "started for this command";

    /// <param name="folder">Empty; it is removed with the cluster, and also where that does not start.</param>
    /// <exception cref="ReleaseFailure">It does not start.</exception>
    public static async Task<TemporaryCluster> StartAsync(PostgresPrograms programs, string folder, CancellationToken cancellation)
    {
        var account = ServerAccount.Choose();
        try
        {
            var password = RandomNumberGenerator.GetHexString(32);
            await InitialiseAsync(programs, account, folder, password, cancellation);
            var port = await StartServerAsync(programs, account, folder, cancellation);
            var cluster = new TemporaryCluster(programs, account, folder, new NpgsqlConnectionStringBuilder
            {
                Host = IPAddress.Loopback.ToString(),
                Port = port,
                Username = User,
                Password = password,
                Database = "postgres",
                Pooling = false,
            });
            await cluster.GreetAsync(cancellation);
            return cluster;
        }
        catch
        {
            await RemoveAsync(programs, account, folder);
            throw;
        }
    }

    public override async ValueTask DisposeAsync() => await RemoveAsync(_programs, _account, _folder);

    private static async Task InitialiseAsync(
        PostgresPrograms programs, ServerAccount account, string folder, string password, CancellationToken cancellation)
    {
        var secret = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(secret, password, cancellation);
        await account.OwnAsync(folder, cancellation);
        var made = await account.RunAsync(
            programs.InitDb,
            ["-D", DataOf(folder), "-U", User, $"--pwfile={secret}", "-A", "scram-sha-256", "-E", "UTF8", "--no-locale", "--no-sync"],
            cancellation);
        File.Delete(secret);
        if (made.ExitCode != 0)
            throw ReleaseFailure.ClusterFailed("initdb", made.Output);
    }

    /// <returns>Its port.</returns>
    private static async Task<int> StartServerAsync(PostgresPrograms programs, ServerAccount account, string folder, CancellationToken cancellation)
    {
        await File.AppendAllLinesAsync(Path.Combine(DataOf(folder), "postgresql.auto.conf"), Settings.Select(Setting), cancellation);
        var log = Path.Combine(folder, "log");
        var reason = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = FreePort();
            var seconds = LongestStart.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            var started = await account.RunAsync(
                programs.PgCtl, ["start", "-D", DataOf(folder), "-l", log, "-w", "-t", seconds, "-o", $"-p {port}"], cancellation);
            if (started.ExitCode == 0)
                return port;
            reason = File.Exists(log) ? (await File.ReadAllLinesAsync(log, cancellation)).LastOrDefault(started.Output) : started.Output;
        }

        throw ReleaseFailure.ClusterFailed("pg_ctl", reason);
    }

    private static string Setting(string setting) => setting.Split('=') is [var name, var value] ? $"{name} = '{value}'" : setting;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RemoveAsync(PostgresPrograms programs, ServerAccount account, string folder)
    {
        using var limit = new CancellationTokenSource(LongestStop);
        // At once and without a last write to disk: there is nothing to keep. Where none runs, this fails and that is well.
        if (File.Exists(Path.Combine(DataOf(folder), "postmaster.pid")))
            await account.RunAsync(programs.PgCtl, ["stop", "-D", DataOf(folder), "-m", "immediate", "-w"], limit.Token);
        Directory.Delete(folder, recursive: true);
    }

    private static string DataOf(string folder) => Path.Combine(folder, "data");
}
