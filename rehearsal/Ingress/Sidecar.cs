using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Carries a version's fault out.</summary>
internal sealed class Sidecar(SeededNumbers numbers, TimeProvider watch)
{
    /// <returns>0 where the request is the process's to answer.</returns>
    public async ValueTask<int> AnswerAsync(HttpContext context, BackendFault fault, CancellationToken cancellation)
    {
        if (fault == BackendFault.None)
            return 0;

        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, watch, cancellation);
        var status = Status(context.Request.Path, fault);
        if (status != 0)
            context.Response.StatusCode = status;
        return status;
    }

    private int Status(PathString path, BackendFault fault)
    {
        if (string.Equals(path.Value, fault.UnhealthyPath, StringComparison.Ordinal))
            return StatusCodes.Status503ServiceUnavailable;
        return numbers.Next() < fault.ErrorShare ? StatusCodes.Status500InternalServerError : 0;
    }
}
