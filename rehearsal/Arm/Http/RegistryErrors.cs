using System.Text.Json.Nodes;

namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>Refusals of a registry, in the form of Docker's registries.</summary>
internal static class RegistryErrors
{
    public const string LoginNeeded = "authentication required, visit https://aka.ms/acr/authorization for more information.";

    public static ArmAnswer Of(int status, string code, string message) => new JsonAnswer(
        status, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) });

    public static ArmAnswer Challenge(string realm, string server, string repository) => Of(401, "UNAUTHORIZED", LoginNeeded)
        .With("WWW-Authenticate", $"Bearer realm=\"{realm}\",service=\"{server}\",scope=\"repository:{repository}:pull\"");
}
