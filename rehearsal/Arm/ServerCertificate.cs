using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReleaseInfra.Rehearsal.Arm;

/// <summary>Azure's clients send no token over plain HTTP, so the server proves itself with a certificate of its own.</summary>
internal static class ServerCertificate
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(3650);

    public static X509Certificate2 Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=release rehearsal", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        // Room on both sides: a rehearsal may run by another clock than the machine that checks this.
        using var made = request.CreateSelfSigned(now - Valid, now + Valid);
        // By way of PKCS #12: Windows serves TLS only with a key that it has imported.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
