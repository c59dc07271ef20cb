using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Azure.Registry;

/// <summary>The environment's container registry, asked for manifests only.</summary>
/// <param name="server">Its host. An image elsewhere is not asked for: whoever writes a reference must not choose who gets our token.</param>
internal sealed class ImageRegistry(string server, RegistryLogins logins) : IImageRegistry
{
    private const string Manifests = "/v2/";

    // Without them a registry converts to a form that Docker has given up, or finds nothing.
    private static readonly string Forms = string.Join(", ",
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ]);

    public async Task<Fact<string>> FindAsync(string image, CancellationToken cancellation)
    {
        var address = ImageAddress.Parse(image);
        if (!address.Server.Equals(server, StringComparison.OrdinalIgnoreCase))
            return new NotKnown<string>($"it is in {(address.Server.Length == 0 ? "Docker Hub" : address.Server)}, and only {server} is asked");

        try
        {
            var answer = await logins.ToPull(address.Repository).SendAsync(Manifest(address), cancellation);
            return answer.ContentDigest is { Length: > 0 } digest
                ? new Known<string>(digest)
                : new NotKnown<string>($"{server} has a manifest of it, and does not say its digest");
        }
        // Of the login it would say nothing about the image.
        catch (AzureRefusal refusal) when (refusal.IsNotFound && refusal.Call.Path.StartsWith(Manifests, StringComparison.Ordinal))
        {
            return new Absent<string>();
        }
        catch (AzureAccessDenied denied)
        {
            return new NotKnown<string>(
                $"{denied.Message.TrimEnd('.')}; it needs the role {NeededRole.Puller} on {server}, and a way in through its network rules");
        }
        catch (AzureFailure failure)
        {
            return new NotKnown<string>(failure.Message.TrimEnd('.'));
        }
    }

    private static AzureRequest Manifest(ImageAddress address) =>
        AzureRequest.Head($"{Manifests}{address.Repository}/manifests/{address.Reference}") with { Accept = Forms };
}
