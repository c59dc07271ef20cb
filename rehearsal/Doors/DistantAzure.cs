using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Doors;

/// <summary>An embedded Azure of another process, through its door.</summary>
/// <param name="http">At the door, and trusting it; owned by the caller.</param>
/// <param name="time">That the other process goes by.</param>
public sealed class DistantAzure(HttpClient http, string token, TimeProvider time)
{
    /// <summary>Creates the resource, or makes it what is stated.</summary>
    /// <returns>How it ended: it is waited for.</returns>
    /// <exception cref="AzureException">A rule refused.</exception>
    /// <exception cref="HttpRequestException">The other process is gone.</exception>
    public async Task<OperationState> PutAsync(DeclaredResource declared, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(body))
            DoorFormat.Write(writer, declared);
        using var content = new ByteArrayContent(body.ToArray());
        var operation = DoorFormat.ReadOperation(await SendAsync(HttpMethod.Put, DoorFormat.Resources, null, content, cancellation));
        while (operation.State is OperationInProgress progress)
        {
            var left = progress.Ends - time.GetUtcNow();
            if (left > TimeSpan.Zero)
                await Task.Delay(left, time, cancellation);
            operation = DoorFormat.ReadOperation(await SendAsync(HttpMethod.Get, DoorFormat.Operations, operation.Id, null, cancellation));
        }

        return operation.State;
    }

    /// <returns>Whether there was anything.</returns>
    /// <inheritdoc cref="PutAsync"/>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Delete, DoorFormat.Resources, id, null, cancellation)).GetBoolean();

    /// <inheritdoc cref="PutAsync"/>
    public Task PurgeVaultAsync(string name, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Delete, DoorFormat.Vaults, name, null, cancellation);

    private async Task<JsonElement> SendAsync(
        HttpMethod method, string path, string? id, HttpContent? content, CancellationToken cancellation)
    {
        var address = id is null ? path : $"{path}?{DoorFormat.Id}={Uri.EscapeDataString(id)}";
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return response.IsSuccessStatusCode ? answer : throw new AzureException(DoorFormat.ReadError(answer));
    }
}
