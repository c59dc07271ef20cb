namespace ReleaseInfra.Infra.Network;

/// <summary>A kind of service that private endpoints lead to.</summary>
/// <param name="Group">Azure's name for what of the service is reached (its "group id").</param>
/// <param name="Zone">The private DNS zone that Azure's clients look the service up in.</param>
public sealed record PrivateLinkKind(string Group, string Zone)
{
    public static readonly PrivateLinkKind Vault = new("vault", "privatelink.vaultcore.azure.net");
    public static readonly PrivateLinkKind Registry = new("registry", "privatelink.azurecr.io");
    public static readonly PrivateLinkKind ManagedCache = new("redisEnterprise", "privatelink.redis.azure.net");
    public static readonly PrivateLinkKind ClassicCache = new("redisCache", "privatelink.redis.cache.windows.net");
}
