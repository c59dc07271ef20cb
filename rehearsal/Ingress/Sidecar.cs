using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Carries a version's fault out.</summary>
internal sealed class Sidecar(SeededNumbers numbers, TimeProvider watch)
{
    /// <returns>Null where the request is the process's to answer.</returns>
    public async ValueTask<Passed?> AnswerAsync(HttpContext context, BackendFault fault, CancellationToken cancellation)
    {
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, watch, cancellation);
        if (Status(context.Request.Path, fault) is not { } status)
            return null;

        context.Response.StatusCode = status;
        return new Passed(status) { IsOfFault = true };
    }

    private int? Status(PathString path, BackendFault fault)
    {
        if (fault.UnhealthyPath is { } unhealthy && string.Equals(path.Value, unhealthy, StringComparison.Ordinal))
            return StatusCodes.Status503ServiceUnavailable;
        return fault.ErrorShare > 0 && numbers.Next() < fault.ErrorShare ? StatusCodes.Status500InternalServerError : null;
    }
}
