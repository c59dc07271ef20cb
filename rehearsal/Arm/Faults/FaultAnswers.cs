using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Metrics;

namespace ReleaseInfra.Rehearsal.Arm.Faults;

/// <summary>What a caller sees of a fault.</summary>
internal static class FaultAnswers
{
    /// <returns>Null where the connection breaks instead.</returns>
    public static ArmAnswer? Of(ArmFault fault) => fault switch
    {
        Conflict => ArmErrors.Of(
            409, "ContainerAppOperationInProgress", "Cannot modify the container app because another operation is in progress. Try again when it has ended."),
        TooManyRequests throttled => ArmErrors.Throttled(throttled.RetryAfter),
        ServerError => ArmErrors.Of(500, "InternalServerError", "The server encountered an internal error. Please retry the request."),
        Unavailable => ArmErrors.Of(503, "ServiceUnavailable", "The service is unavailable now. Please retry the request."),
        GatewayTimeout => ArmErrors.Of(504, "GatewayTimeout", "The gateway did not receive a response from the service within the specified time period."),
        Forbidden no => ArmErrors.Of(403, no.Code, no.Message),
        EmptyResult => new EmptyAnswer(200),
        NoContent => new EmptyAnswer(204),
        RevisionNotIndexed unknown => MetricErrors.UnknownDimensionValue("revisionName", unknown.Revision),
        Gone gone => ArmErrors.Of(404, gone.Code, gone.Message),
        ConnectionReset => null,
        _ => throw new InvalidOperationException($"{fault.GetType().Name} has no answer of its own."),
    };

    /// <param name="answer">What the call gave; a change has taken effect.</param>
    /// <returns>Null where the connection breaks instead.</returns>
    public static ArmAnswer? InPlaceOf(ArmAnswer answer, ArmFault fault) => fault switch
    {
        Slow or Meanwhile => answer,
        PartialResult => Partial(answer),
        NotNumbers => WithoutNumbers(answer),
        _ => Of(fault),
    };

    private static ArmAnswer WithoutNumbers(ArmAnswer answer)
    {
        if (answer is not JsonAnswer { Status: 200, Body: var body })
            return answer;
        var points =
            from metric in body["value"]?.AsArray() ?? []
            from series in metric?["timeseries"]?.AsArray() ?? []
            from point in series?["data"]?.AsArray() ?? []
            select point.AsObject();
        foreach (var point in points.ToArray())
        {
            foreach (var name in point.Select(member => member.Key).Where(name => name != "timeStamp").ToArray())
                point[name] = "NaN";
        }

        return answer;
    }

    private static JsonAnswer Partial(ArmAnswer answer)
    {
        var body = answer is JsonAnswer { Status: 200 } json ? json.Body : new JsonObject { ["tables"] = new JsonArray() };
        body["error"] = new JsonObject
        {
            ["code"] = "PartialError",
            ["message"] = "There were some errors when processing your query.",
            ["details"] = new JsonArray(new JsonObject
            {
                ["code"] = "EngineError",
                ["message"] = "Something went wrong processing your query on the server.",
            }),
        };
        return new JsonAnswer(200, body);
    }
}
