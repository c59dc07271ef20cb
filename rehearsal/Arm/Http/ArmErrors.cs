using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>Resource Manager's own refusals, in its words.</summary>
internal static class ArmErrors
{
    public static ArmAnswer Of(AzureError error) =>
        new JsonAnswer(error.Status, new JsonObject { ["error"] = Body(error) });

    public static JsonObject Body(AzureError error) =>
        new() { ["code"] = error.Code, ["message"] = error.Message, ["target"] = error.Target };

    public static ArmAnswer Of(int status, string code, string message) => new JsonAnswer(
        status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static ArmAnswer MissingApiVersion() => Of(
        400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.");

    public static ArmAnswer InvalidApiVersion(string version) => Of(
        400, "InvalidApiVersionParameter", $"The api-version '{version}' is invalid. It has the form yyyy-MM-dd or yyyy-MM-dd-preview.");

    public static ArmAnswer InvalidContent(string reason) => Of(
        400, "InvalidRequestContent", $"The request content was invalid and could not be deserialized: '{reason}'.");

    public static ArmAnswer InvalidFilter(string filter, string understood) => Of(
        400, "InvalidFilterInQueryString", $"Invalid $filter '{filter}' specified in the query string. It takes: {understood}.");

    public static ArmAnswer MissingSubscription() => Of(
        404, "MissingSubscription", "The request did not have a subscription or a valid tenant level resource provider.");

    public static ArmAnswer SubscriptionNotFound(string subscription) => Of(
        404, "SubscriptionNotFound", $"The subscription '{subscription}' could not be found.");

    public static ArmAnswer GroupNotFound(string group) => Of(
        404, "ResourceGroupNotFound", $"Resource group '{group}' could not be found.");

    public static ArmAnswer InvalidNamespace(string name) => Of(
        404, "InvalidResourceNamespace", $"The resource namespace '{name}' is invalid.");

    public static ArmAnswer InvalidType(string type, string apiVersion)
    {
        var at = type.IndexOf('/', StringComparison.Ordinal);
        return Of(404, "InvalidResourceType",
            $"The resource type '{type[(at + 1)..]}' could not be found in the namespace '{type[..at]}' for api version '{apiVersion}'.");
    }

    public static ArmAnswer ResourceNotFound(string id) => Of(
        404,
        "ResourceNotFound",
        $"The Resource '{ResourceIds.TypeOf(id)}/{id[(id.LastIndexOf('/') + 1)..]}' under resource group '{ResourceIds.GroupOf(id)}' was not found. " +
        "For more details please go to https://aka.ms/ARMResourceNotFoundFix");

    public static ArmAnswer MethodNotAllowed(string method, IEnumerable<string> served) => Of(
        405, "MethodNotAllowed", $"The requested resource does not support http method '{method}'. It supports: {string.Join(", ", served)}.");

    public static ArmAnswer Unauthorized(bool hasToken)
    {
        var (code, message) = hasToken
            ? ("InvalidAuthenticationToken", "The access token is invalid.")
            : ("AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
        return Of(401, code, message).With(
            "WWW-Authenticate",
            $"Bearer authorization_uri=\"https://login.windows.net/{AzureScope.TenantId}\", error=\"invalid_token\", error_description=\"{message}\"");
    }

    public static ArmAnswer Throttled(TimeSpan wait) => Of(
        429, "TooManyRequests", "The request is being throttled as the limit has been reached for operation type. Try again after the given time.")
        .With("Retry-After", RetryAfter.Seconds(wait));
}
