using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Calls;
using Azure.Core;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>A container, and how calls are made of it.</summary>
/// <param name="Address">As in <c>https://shopjournals.blob.core.windows.net/releases</c>.</param>
internal sealed record BlobContainer(Uri Address, AzureCalls Calls)
{
    private const string Scope = "https://storage.azure.com/.default";

    public string Path => Address.AbsolutePath.TrimEnd('/');

    public static BlobContainer Open(Uri address, TokenCredential credential, AzureTransport transport, IAzureLog log, TimeProvider time)
    {
        var endpoint = new AzureEndpoint(new Uri(address.GetLeftPart(UriPartial.Authority)), Scope);
        return new BlobContainer(address, new AzureCalls(
            endpoint.Address, AzurePipeline.Of(transport.Pipeline, credential, endpoint.Scope, log, time), time));
    }
}
