using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReleaseInfra.Cli.Webhooks;

/// <summary>
/// A POST of JSON whose receiver can tell who sent it, and when. <c>X-Release-Signature: sha256=…</c> is the HMAC with the shared
/// key of the value of <c>X-Release-Timestamp</c> (seconds since 1970), a full stop, and the body.
/// </summary>
internal static class SignedPost
{
    public static HttpRequestMessage Of(Uri address, byte[] body, byte[] key, TimeProvider time)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{timestamp}."), .. body];
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Release-Timestamp", timestamp);
        request.Headers.Add("X-Release-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(key, signed))}");
        return request;
    }
}
