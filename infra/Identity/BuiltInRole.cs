using Pulumi;

namespace ReleaseInfra.Infra.Identity;

/// <summary>A role that Azure defines, with the id that it has in every tenant.</summary>
internal sealed record BuiltInRole
{
    public static readonly BuiltInRole AcrPull = new("acr-pull", "7f951dda-4ed3-4680-a7ca-43fe172d538d");
    public static readonly BuiltInRole KeyVaultSecretsUser = new("key-vault-secrets-user", "4633458b-17de-408a-b874-0445c86b69e6");

    private readonly string _id;

    private BuiltInRole(string name, string id) => (Name, _id) = (name, id);

    public string Name { get; }

    /// <summary>With the subscription, as Azure gives it back: without it a refresh would see a change.</summary>
    public Output<string> DefinitionIn(AzureAccount account) => Output.Format(
        $"/subscriptions/{account.SubscriptionId}/providers/Microsoft.Authorization/roleDefinitions/{_id}");
}
