using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using Postgres = Pulumi.AzureNative.DBforPostgreSQL;
using Vaults = Pulumi.AzureNative.KeyVault;
using ResourceGroup = Pulumi.AzureNative.Resources.ResourceGroup;
using ResourceGroupArgs = Pulumi.AzureNative.Resources.ResourceGroupArgs;

namespace ReleaseInfra.Release.Tests.Secrets;

/// <summary>Secrets wherever a program can have them: marked, derived from marked ones, or secret by their type alone.</summary>
internal sealed class PlantedStack : Stack
{
    private readonly PlantedSecrets _secrets;

    /// <param name="storageGb">A server's storage only grows: less is what Azure refuses.</param>
    public PlantedStack(StackOptions options, PlantedSecrets secrets, int storageGb)
        : base(options)
    {
        _secrets = secrets;
        var group = new ResourceGroup("group", new ResourceGroupArgs { ResourceGroupName = "rg-planted", Location = "westeurope" });
        var server = Server(group, storageGb);
        Vault(group);
        App(group, server);
        Password = Output.CreateSecret(secrets.Next());
        Address = Output.Format($"postgres://app:{Output.CreateSecret(secrets.Next())}@{server.Name}");
    }

    [Output("password")]
    public Output<string> Password { get; private set; }

    [Output("address")]
    public Output<string> Address { get; private set; }

    private Postgres.Server Server(ResourceGroup group, int storageGb) => new("server", new Postgres.ServerArgs
    {
        ResourceGroupName = group.Name,
        ServerName = "psql-planted",
        Location = "westeurope",
        Version = "17",
        AdministratorLogin = "planted",
        AdministratorLoginPassword = _secrets.Next(),
        Sku = new Postgres.Inputs.SkuArgs { Name = "Standard_B1ms", Tier = "Burstable" },
        Storage = new Postgres.Inputs.StorageArgs { StorageSizeGB = storageGb },
    });

    private void Vault(ResourceGroup group)
    {
        var vault = new Vaults.Vault("vault", new Vaults.VaultArgs
        {
            ResourceGroupName = group.Name,
            VaultName = "kv-planted",
            Location = "westeurope",
            Properties = new Vaults.Inputs.VaultPropertiesArgs
            {
                TenantId = "00000000-0000-0000-0000-000000000001",
                EnableRbacAuthorization = true,
                Sku = new Vaults.Inputs.SkuArgs { Family = "A", Name = Vaults.SkuName.Standard },
            },
        });
        _ = new Vaults.Secret("secret", new Vaults.SecretArgs
        {
            ResourceGroupName = group.Name,
            VaultName = vault.Name,
            SecretName = "url",
            Properties = new Vaults.Inputs.SecretPropertiesArgs { Value = _secrets.Next() },
            Tags = { ["hint"] = Output.CreateSecret(_secrets.Next()) },
        });
    }

    private void App(ResourceGroup group, Postgres.Server server)
    {
        var environment = new ManagedEnvironment("containers", new ManagedEnvironmentArgs
        {
            ResourceGroupName = group.Name,
            EnvironmentName = "cae-planted",
            Location = "westeurope",
        });
        _ = new ContainerApp("app", new ContainerAppArgs
        {
            ResourceGroupName = group.Name,
            ContainerAppName = "app-planted",
            Location = "westeurope",
            EnvironmentId = environment.Id,
            Configuration = new ConfigurationArgs { Secrets = { new SecretArgs { Name = "token", Value = _secrets.Next() } } },
            Template = new TemplateArgs
            {
                Containers =
                {
                    new ContainerArgs
                    {
                        Name = "main",
                        Image = "example.azurecr.io/app:v1.0.0",
                        Resources = new ContainerResourcesArgs { Cpu = 0.5, Memory = "1Gi" },
                        Args = { "--token", Output.CreateSecret(_secrets.Next()) },
                        Env =
                        {
                            new EnvironmentVarArgs { Name = "PLAIN", Value = Output.CreateSecret(_secrets.Next()) },
                            new EnvironmentVarArgs { Name = "URL", Value = Output.Format($"https://{Output.CreateSecret(_secrets.Next())}/{server.Name}") },
                            new EnvironmentVarArgs { Name = "TOKEN", SecretRef = "token" },
                        },
                    },
                },
            },
        });
    }
}
