using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Azure.KeyVault;

/// <summary>The environment's vault, by the list of a secret's versions: that has attributes, and no values.</summary>
/// <param name="vault">Its host.</param>
internal sealed class VaultSecrets(string vault, AzureCalls calls, TimeProvider time) : IVaultSecrets
{
    private const string NoSuchSecret = "SecretNotFound";

    public async Task<Fact<string>> FindAsync(string secret, string? version, CancellationToken cancellation)
    {
        try
        {
            var all = await calls.ListAsync(AzureRequest.Get($"/secrets/{secret}/versions", ApiVersions.Vaults), cancellation);
            var versions = all.Select(ListedVersion.Read);
            var asked = version is null
                // As the vault takes it, whether or not that one can be used.
                ? versions.MaxBy(listed => listed.Created)
                : versions.FirstOrDefault(listed => listed.Name.Equals(version, StringComparison.OrdinalIgnoreCase));
            return asked is not null && asked.IsUsable(time.GetUtcNow()) ? new Known<string>(version ?? asked.Name) : new Absent<string>();
        }
        catch (AzureRefusal refusal) when (refusal.Code == NoSuchSecret)
        {
            return new Absent<string>();
        }
        catch (AzureAccessDenied denied)
        {
            return new NotKnown<string>(
                $"{denied.Message.TrimEnd('.')}; it needs the role {NeededRole.SecretLister} on {vault}, and a way in through its network rules");
        }
        catch (AzureFailure failure)
        {
            return new NotKnown<string>(failure.Message.TrimEnd('.'));
        }
    }
}
