using ReleaseInfra.Infra.Identity;
using ReleaseInfra.Infra.Images;
using ReleaseInfra.Infra.KeyVault;

namespace ReleaseInfra.Infra;

/// <summary>What every service of an environment stands on, wherever it is hosted.</summary>
/// <param name="Ready">Resources that nothing names but that a service needs, such as the way to a private vault.</param>
public sealed record ServicePlatform(
    Placement Placement,
    AzureAccount Account,
    IdentityScopes Scopes,
    ProgramSecrets Secrets,
    ImageSource Images,
    IReadOnlyList<Pulumi.Resource> Ready);
