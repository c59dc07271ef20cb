using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Loopback;

namespace ReleaseInfra.Rehearsal.Doors;

/// <summary>
/// Lets another process of this machine apply resources to an embedded Azure, in the form of the engine and not in Azure's own:
/// when that process is killed, Azure stands.
/// </summary>
public sealed class AzureDoor : IAsyncDisposable
{
    private readonly LoopbackHost _host;

    private AzureDoor(LoopbackHost host, BearerToken token) => (_host, Token) = (host, token.Value);

    public Uri Endpoint => _host.Endpoint;

    /// <summary>The bearer token that every call needs; random, and nowhere but here.</summary>
    public string Token { get; }

    /// <summary>What a client pins. The private key is not in it.</summary>
    public X509Certificate2 Certificate => _host.Certificate;

    public static async Task<AzureDoor> OpenAsync(EmbeddedAzure azure, DateTimeOffset now, CancellationToken cancellation)
    {
        var token = BearerToken.Draw();
        var host = await LoopbackHost.StartAsync(stopping => context => AnswerAsync(azure, token, context, stopping), now, cancellation);
        return new AzureDoor(host, token);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static async Task AnswerAsync(EmbeddedAzure azure, BearerToken token, HttpContext context, CancellationToken stopping)
    {
        if (!token.Fits(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        // Not the caller's: a call whose caller was killed is done all the same, as Azure does it.
        try
        {
            await WriteAsync(context, StatusCodes.Status200OK, await DoAsync(azure, context.Request, stopping));
        }
        catch (AzureException refused)
        {
            await WriteAsync(context, refused.Error.Status, writer => DoorFormat.Write(writer, refused.Error));
        }
    }

    private static async Task<Action<Utf8JsonWriter>> DoAsync(EmbeddedAzure azure, HttpRequest request, CancellationToken stopping)
    {
        switch (request.Method, request.Path.Value)
        {
            case ("PUT", DoorFormat.Resources):
                using (var body = await JsonDocument.ParseAsync(request.Body, default, stopping))
                {
                    var put = await azure.Resources.PutAsync(DoorFormat.ReadResource(body.RootElement), stopping);
                    return writer => DoorFormat.Write(writer, put.Operation);
                }

            case ("DELETE", DoorFormat.Resources):
                var wasThere = await azure.Resources.DeleteAsync(DoorFormat.IdOf(request), stopping);
                return writer => writer.WriteBooleanValue(wasThere);

            case ("GET", DoorFormat.Operations):
                var operation = await azure.Operations.GetAsync(DoorFormat.IdOf(request), stopping);
                return writer => DoorFormat.Write(writer, operation);

            case ("DELETE", DoorFormat.Vaults):
                await azure.DeletedVaults.PurgeAsync(DoorFormat.IdOf(request), stopping);
                return writer => writer.WriteBooleanValue(true);

            default:
                throw new BadHttpRequestException($"{request.Method} {request.Path} is no call of the door.");
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.Body);
        write(writer);
        await writer.FlushAsync(context.RequestAborted);
    }
}
