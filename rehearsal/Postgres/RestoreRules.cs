using System.Globalization;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Rules;

namespace ReleaseInfra.Rehearsal.Postgres;

/// <summary>A restore makes a new server, of a moment that the source still has.</summary>
internal static class RestoreRules
{
    private const string Code = "InvalidParameterValue";

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != ServerInputs.Type || put.Existing is not null || !new ServerInputs(put.Desired).IsRestore)
            return;

        if (put.Desired.Declared.TextOrNull("sourceServerResourceId") is not { Length: > 0 } sourceId)
            throw put.BadRequest(Code, "sourceServerResourceId", "a point-in-time restore needs sourceServerResourceId.");

        // Another subscription's server is not held, so nothing is known of what it has.
        if (put.State.Find(sourceId) is not { } source)
            return;

        if (source.Type != ServerInputs.Type)
            throw put.BadRequest(Code, "sourceServerResourceId", $"'{sourceId}' is no PostgreSQL server.");
        RefuseTime(put, source);
        if (new ServerInputs(source).IsPrivate != new ServerInputs(put.Desired).IsPrivate)
        {
            throw put.BadRequest(
                Code, "network", $"a server with private access is restored to private access, and a public one to public: '{source.AzureName}' is the other kind.");
        }
    }

    /// <summary>The data is in the new server: its databases. Parameters, firewall rules and endpoints are not carried over.</summary>
    public static IEnumerable<DeclaredResource> CarriedOver(Store.AzureState state, AzureResource restored)
    {
        if (!new ServerInputs(restored).IsRestore || state.Find(restored.Declared.Text("sourceServerResourceId")) is not { } source)
            return [];

        return state.Beneath(source.Id)
            .Where(child => child.Type == ServerInputs.DatabaseType)
            .Select(database => database.Declared with
            {
                Inputs = database.Inputs
                    .SetItem("serverName", restored.AzureName)
                    .SetItem("resourceGroupName", ResourceIds.GroupOf(restored.Id)!)
                    .SetItem("databaseName", database.AzureName),
            });
    }

    private static void RefuseTime(PutRequest put, AzureResource source)
    {
        var stated = put.Desired.Declared.TextOrNull("pointInTimeUTC");
        if (!DateTimeOffset.TryParse(stated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw put.BadRequest(Code, "pointInTimeUTC", $"'{stated}' is no ISO 8601 time to restore to.");

        var earliest = new ServerInputs(source).EarliestRestore(put.Now);
        if (time < earliest || time > put.Now)
        {
            throw put.BadRequest(
                Code, "pointInTimeUTC", $"'{source.AzureName}' can be restored to times from {earliest:O} to {put.Now:O}, not to {time:O}.");
        }
    }
}
