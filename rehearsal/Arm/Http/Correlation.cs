using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>What every answer of Azure carries, an error too.</summary>
internal static class Correlation
{
    private const string Client = "x-ms-client-request-id";
    private const string Correlated = "x-ms-correlation-request-id";

    public static void Add(HttpContext context, DateTimeOffset now)
    {
        var (asked, answered) = (context.Request.Headers, context.Response.Headers);
        var id = Guid.NewGuid().ToString();
        answered["x-ms-request-id"] = id;
        answered[Correlated] = asked.TryGetValue(Correlated, out var given) ? given : id;
        answered.Date = now.ToString("R", CultureInfo.InvariantCulture);
        if (asked["x-ms-return-client-request-id"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase)
            && asked.TryGetValue(Client, out var client))
        {
            answered[Client] = client;
        }
    }
}
