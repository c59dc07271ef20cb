using System.Collections.Immutable;
using System.Xml.Linq;

namespace ReleaseInfra.Rehearsal.Blobs.Http;

/// <summary>Storage's refusals, in its words: a code in a header, and code and message in XML.</summary>
internal static class BlobErrors
{
    public static BlobAnswer Of(int status, string code, string message) =>
        (BlobAnswer.Empty(status) with { ContentType = "application/xml", Content = Xml(code, message) }).With("x-ms-error-code", code);

    public static BlobRefusedException LeaseAlreadyPresent() => No(
        409, "LeaseAlreadyPresent", "There is already a lease present.");

    public static BlobRefusedException LeaseIsBroken() => No(
        409, "LeaseIsBrokenAndCannotBeRenewed", "The lease ID matched, but the lease has been broken explicitly and cannot be renewed.");

    public static BlobRefusedException LeaseNotPresentWithLeaseOperation() => No(
        409, "LeaseNotPresentWithLeaseOperation", "There is currently no lease on the blob.");

    public static BlobRefusedException LeaseIdMismatchWithLeaseOperation() => No(
        409, "LeaseIdMismatchWithLeaseOperation", "The lease ID specified did not match the lease ID for the blob.");

    public static BlobRefusedException LeaseNotPresentWithBlobOperation() => No(
        412, "LeaseNotPresentWithBlobOperation", "There is currently no lease on the blob.");

    public static BlobRefusedException LeaseIdMissing() => No(
        412, "LeaseIdMissing", "There is currently a lease on the blob and no lease ID was specified in the request.");

    public static BlobRefusedException LeaseIdMismatchWithBlobOperation() => No(
        412, "LeaseIdMismatchWithBlobOperation", "The lease ID specified did not match the lease ID for the blob.");

    public static BlobRefusedException LeaseLost() => No(
        412, "LeaseLost", "A lease ID was specified, but the lease for the blob has expired.");

    public static BlobRefusedException ConditionNotMet() => No(
        412, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");

    public static BlobRefusedException AppendPositionConditionNotMet() => No(
        412, "AppendPositionConditionNotMet", "The append position condition specified was not met.");

    public static BlobRefusedException BlockCountExceedsLimit(int most) => No(
        409, "BlockCountExceedsLimit", $"The committed block count cannot exceed the maximum limit of {most} blocks.");

    public static BlobRefusedException BlobAlreadyExists() => No(409, "BlobAlreadyExists", "The specified blob already exists.");

    public static BlobRefusedException BlobNotFound() => No(404, "BlobNotFound", "The specified blob does not exist.");

    public static BlobRefusedException ContainerNotFound() => No(404, "ContainerNotFound", "The specified container does not exist.");

    public static BlobRefusedException MissingHeader(string name) => No(
        400, "MissingRequiredHeader", $"An HTTP header that's mandatory for this request is not specified: {name}.");

    public static BlobRefusedException InvalidHeader(string name) => No(
        400, "InvalidHeaderValue", $"The value for one of the HTTP headers is not in the correct format: {name}.");

    public static BlobRefusedException NotServed(string method) => No(
        405, "UnsupportedHttpVerb", $"The resource doesn't support the specified HTTP verb: {method}.");

    public static BlobAnswer Unauthorized(bool hasToken) => (hasToken
            ? Of(401, "InvalidAuthenticationInfo", "Server failed to authenticate the request. Please refer to the information in the www-authenticate header.")
            : Of(401, "NoAuthenticationInformation", "Server failed to authenticate the request. Please refer to the information in the www-authenticate header."))
        .With(
            "WWW-Authenticate",
            $"Bearer authorization_uri=https://login.microsoftonline.com/{AzureScope.TenantId}/oauth2/authorize resource_id=https://storage.azure.com");

    private static BlobRefusedException No(int status, string code, string message) => new(Of(status, code, message));

    private static ImmutableArray<byte> Xml(string code, string message) => WireXml.Of(
        new XElement("Error", new XElement("Code", code), new XElement("Message", message)));
}
