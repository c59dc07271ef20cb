using Pulumi;

namespace ReleaseInfra.Infra.Identity;

/// <summary>What a service's identity may be given roles on.</summary>
public sealed record IdentityScopes(Output<string> RegistryId, Output<string> VaultId);
