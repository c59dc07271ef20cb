using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ReleaseInfra.Rehearsal.Arm;

internal sealed class BearerToken
{
    private const string Scheme = "Bearer ";

    private readonly byte[] _digest;

    private BearerToken(string value) => (Value, _digest) = (value, Digest(value));

    public string Value { get; }

    public static BearerToken Draw() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>In the same time whatever is wrong with it; digests, so that not even the length shows.</summary>
    public bool Fits(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(authorization[Scheme.Length..]), _digest);

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
