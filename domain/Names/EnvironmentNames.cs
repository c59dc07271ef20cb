using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Names;

public static class EnvironmentNames
{
    extension(EnvironmentSettings settings)
    {
        public AzureNames Names() => new(
            settings.Organization,
            settings.Application,
            settings.Stack,
            new NameOverrides(settings.Registry.Name, settings.Vault.Name, settings.Database.ServerName));
    }
}
