using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Rehearsal.Types;

namespace ReleaseInfra.Rehearsal.Functions;

/// <summary>The provider's look-ups, answered without asking anybody.</summary>
public sealed class ComputedFunctions(AzureScope scope)
{
    private static readonly string[] Known =
    [
        "azure-native:authorization:getClientConfig",
        "azure-native:operationalinsights:getSharedKeys",
        "azure-native:redis:listRedisKeys",
        "azure-native:redisenterprise:listDatabaseKeys",
        "azure-native:storage:listStorageAccountKeys",
        "docker:index/getRegistryImage:getRegistryImage",
        "docker:index/getRemoteImage:getRemoteImage",
    ];

    public static IReadOnlyCollection<string> KnownTokens => Known;

    /// <exception cref="RehearsalException">The function is unknown, or an argument that it needs is missing.</exception>
    public IReadOnlyDictionary<string, object> Of(string token, IReadOnlyDictionary<string, object> arguments)
    {
        string Argument(string name) => arguments.GetValueOrDefault(name) is { } value
            ? Convert.ToString(value, CultureInfo.InvariantCulture)!
            : throw RehearsalException.MissingInput($"The function '{token}'", name);

        return token switch
        {
            "azure-native:authorization:getClientConfig" => ClientConfig(),
            "azure-native:operationalinsights:getSharedKeys" =>
                Keys("primarySharedKey", "secondarySharedKey", Argument("workspaceName")),
            "azure-native:redis:listRedisKeys" => Keys("primaryKey", "secondaryKey", Argument("name")),
            "azure-native:redisenterprise:listDatabaseKeys" => Keys("primaryKey", "secondaryKey", Argument("clusterName")),
            "azure-native:storage:listStorageAccountKeys" => StorageKeys(Argument("accountName")),
            "docker:index/getRegistryImage:getRegistryImage" => RegistryImage(Argument("name")),
            "docker:index/getRemoteImage:getRemoteImage" => RemoteImage(Argument("name")),
            _ => throw RehearsalException.UnknownFunction(token, Known),
        };
    }

    private Dictionary<string, object> ClientConfig() => new()
    {
        ["subscriptionId"] = AzureScope.SubscriptionId,
        ["tenantId"] = AzureScope.TenantId,
        ["clientId"] = Derived.Guid($"{scope.Stack}/deployer/client"),
        ["objectId"] = Derived.Guid($"{scope.Stack}/deployer/object"),
    };

    private Dictionary<string, object> Keys(string first, string second, string owner) => new()
    {
        [first] = Derived.Key($"{scope.Stack}/{owner}/{first}"),
        [second] = Derived.Key($"{scope.Stack}/{owner}/{second}"),
    };

    private Dictionary<string, object> StorageKeys(string account) => new()
    {
        ["keys"] = ImmutableArray.Create<object>(StorageKey(account, "key1"), StorageKey(account, "key2")),
    };

    private Dictionary<string, object> StorageKey(string account, string name) => new()
    {
        ["keyName"] = name,
        ["permissions"] = "FULL",
        ["creationTime"] = "2000-01-01T00:00:00Z",
        ["value"] = Derived.Key($"{scope.Stack}/{account}/{name}"),
    };

    private static Dictionary<string, object> RegistryImage(string reference) => new()
    {
        ["id"] = Images.Digest(reference),
        ["name"] = reference,
        ["sha256Digest"] = Images.Digest(reference),
    };

    private static Dictionary<string, object> RemoteImage(string reference) => new()
    {
        ["id"] = Images.Digest(reference),
        ["name"] = reference,
        ["repoDigest"] = $"{Images.Repository(reference)}@{Images.Digest(reference)}",
    };
}
