using Pulumi;
using Pulumi.AzureNative.DBforPostgreSQL;
using Pulumi.AzureNative.DBforPostgreSQL.Inputs;
using Pulumi.Random;
using ReleaseInfra.Domain.Settings;
using BackupArgs = Pulumi.AzureNative.DBforPostgreSQL.Inputs.BackupArgs;

namespace ReleaseInfra.Infra.Postgres;

/// <summary>A PostgreSQL flexible server with the application's database, and the URL to it.</summary>
/// <remarks>The server demands TLS by Azure's default (<c>require_secure_transport</c>); it is not turned off anywhere.</remarks>
public sealed class PostgresDatabase : ComponentResource
{
    private readonly string _name;
    private readonly PostgresDatabaseArgs _args;

    public PostgresDatabase(string name, PostgresDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:postgres:PostgresDatabase", name, options)
    {
        _name = name;
        _args = args;
        if (args.Settings is { Tier: DatabaseTier.Burstable, HighAvailability: not DatabaseAvailability.Disabled })
            throw new ArgumentException("A Burstable PostgreSQL server has no high availability.", nameof(args));

        var password = AdministratorPassword();
        var server = Server(password);
        var database = Database(server);
        if (args.Network is PublicDatabaseNetwork)
            LetAzureIn(server, database);

        ServerId = server.Id;
        ServerName = server.Name;
        var (login, application) = (args.Settings.AdministratorLogin, args.Settings.DatabaseName);
        Url = Output.CreateSecret(Output.Format(
            $"postgresql://{login}:{password}@{server.FullyQualifiedDomainName}:5432/{application}?sslmode=require"));
        RegisterOutputs();
    }

    public Output<string> ServerId { get; }

    [Output("serverName")]
    public Output<string> ServerName { get; private set; }

    /// <summary>Secret.</summary>
    public Output<string> Url { get; }

    private Output<string> AdministratorPassword()
    {
        var password = new RandomPassword(
            $"{_name}-password",
            new RandomPasswordArgs
            {
                Length = 32,
                // Letters and digits need no escaping in a URL, and 32 of them no help from punctuation.
                Special = false,
                MinLower = 1,
                MinUpper = 1,
                MinNumeric = 1,
            },
            new CustomResourceOptions { Parent = this });
        return Output.CreateSecret(password.Result);
    }

    private Server Server(Output<string> password) => new(
        _name,
        new ServerArgs
        {
            ServerName = _args.Placement.Names.DatabaseServer.Value,
            ResourceGroupName = _args.Placement.ResourceGroup,
            Location = _args.Placement.Location,
            Tags = _args.Placement.Tags,
            CreateMode = CreateMode.Default,
            Version = _args.Settings.Version,
            Sku = new SkuArgs { Name = _args.Settings.Sku, Tier = PostgresTerms.Tier(_args.Settings.Tier) },
            AdministratorLogin = _args.Settings.AdministratorLogin,
            AdministratorLoginPassword = password,
            AuthConfig = new AuthConfigArgs
            {
                PasswordAuth = PasswordBasedAuth.Enabled,
                ActiveDirectoryAuth = MicrosoftEntraAuth.Disabled,
            },
            Storage = new StorageArgs
            {
                StorageSizeGB = _args.Settings.StorageGb,
                // A full disk makes the server read-only. Storage that has grown cannot be declared smaller again:
                // Azure then refuses the update and says so.
                AutoGrow = StorageAutoGrow.Enabled,
            },
            Backup = new BackupArgs
            {
                BackupRetentionDays = _args.Settings.BackupRetentionDays,
                GeoRedundantBackup = _args.Settings.GeoRedundantBackup
                    ? GeographicallyRedundantBackup.Enabled
                    : GeographicallyRedundantBackup.Disabled,
            },
            HighAvailability = new HighAvailabilityArgs { Mode = PostgresTerms.Availability(_args.Settings.HighAvailability) },
            Network = PostgresTerms.Network(_args.Network),
        },
        new CustomResourceOptions
        {
            Parent = this,
            Protect = _args.Protect,
            IgnoreChanges =
            {
                // The provider replaces a server whose password changes. Rotation is done on the server, in place.
                "administratorLoginPassword",
                // A failover swaps the zones of primary and standby; that is not drift to be put right.
                "availabilityZone",
                "highAvailability.standbyAvailabilityZone",
            },
        });

    // A server takes one change at a time and answers ServerIsBusy to a second: its children wait for each other.
    private Database Database(Server server) => new(
        $"{_name}-application",
        new DatabaseArgs
        {
            DatabaseName = _args.Settings.DatabaseName,
            ServerName = server.Name,
            ResourceGroupName = _args.Placement.ResourceGroup,
            Charset = "UTF8",
            Collation = "en_US.utf8",
        },
        new CustomResourceOptions { Parent = this, Protect = _args.Protect, DependsOn = server });

    private void LetAzureIn(Server server, Database database) => _ = new FirewallRule(
        $"{_name}-azure",
        new FirewallRuleArgs
        {
            FirewallRuleName = "AllowAzureServices",
            ServerName = server.Name,
            ResourceGroupName = _args.Placement.ResourceGroup,
            // This pair of addresses is Azure's word for "whatever runs in Azure", of every tenant.
            StartIpAddress = "0.0.0.0",
            EndIpAddress = "0.0.0.0",
        },
        new CustomResourceOptions { Parent = this, DependsOn = database });
}
