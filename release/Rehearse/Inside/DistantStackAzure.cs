using System.Security.Cryptography.X509Certificates;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Engine.Local.Apply;
using ReleaseInfra.Rehearsal.Clocks;
using ReleaseInfra.Rehearsal.Doors;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Rehearse.Inside;

/// <summary>The rehearsal's Azure, for the engine of this process.</summary>
internal sealed class DistantStackAzure : IStackAzure
{
    private readonly X509Certificate2 _certificate;
    private readonly HttpClient _http;
    private readonly DistantAzure _azure;

    public DistantStackAzure(LoopbackAddress door, CompressedTime time)
    {
        _certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(door.Certificate));
        _http = new HttpClient(new WorkingHandler(time, AzureTransport.Trusting(door.Endpoint, _certificate))) { BaseAddress = door.Endpoint };
        _azure = new DistantAzure(_http, door.Token, time);
    }

    public Task<OperationState> PutAsync(DeclaredResource declared, CancellationToken cancellation) => _azure.PutAsync(declared, cancellation);

    public Task<bool> DeleteAsync(string id, CancellationToken cancellation) => _azure.DeleteAsync(id, cancellation);

    public Task PurgeVaultAsync(string name, CancellationToken cancellation) => _azure.PurgeVaultAsync(name, cancellation);

    /// <summary>The rehearsal's Azure ends with the rehearsal, and no crash of this process touches it.</summary>
    public Task SaveAsync(FileContent state, CancellationToken cancellation) =>
        DurableFile.ReplaceAsync(state.Path, state.Write, cancellation);

    public void Dispose()
    {
        _http.Dispose();
        _certificate.Dispose();
    }
}
