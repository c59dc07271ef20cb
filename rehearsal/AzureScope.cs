namespace ReleaseInfra.Rehearsal;

/// <summary>The subscription that everything embedded lives in, and where it goes by default.</summary>
/// <param name="Stack">Part of everything derived, so that two stacks never share a key or a principal.</param>
/// <param name="Location">For resources that state none, as the provider fills it in.</param>
public sealed record AzureScope(string Stack, string Location)
{
    public const string SubscriptionId = "00000000-0000-0000-0000-000000000000";

    public const string TenantId = "00000000-0000-0000-0000-000000000001";
}
