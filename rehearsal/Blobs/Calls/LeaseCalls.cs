using System.Globalization;
using ReleaseInfra.Rehearsal.Blobs.Http;
using ReleaseInfra.Rehearsal.Blobs.Storage;

namespace ReleaseInfra.Rehearsal.Blobs.Calls;

internal sealed class LeaseCalls(BlobStorage storage)
{
    private const string LeaseId = "x-ms-lease-id";
    private const string Duration = "x-ms-lease-duration";
    private const string BreakPeriod = "x-ms-lease-break-period";

    public IEnumerable<BlobCall> All =>
    [
        Call("acquire", AcquireAsync),
        Call("renew", RenewAsync),
        Call("release", ReleaseAsync),
        Call("break", BreakAsync),
    ];

    private static BlobCall Call(string action, Func<BlobRequest, Task<BlobAnswer>> answer) =>
        new($"leases.{action}", "PUT", OnBlob: true, "lease", answer) { LeaseAction = action };

    private Task<BlobAnswer> AcquireAsync(BlobRequest request)
    {
        var id = request.Header("x-ms-proposed-lease-id") ?? Guid.NewGuid().ToString();
        if (!int.TryParse(request.RequiredHeader(Duration), CultureInfo.InvariantCulture, out var seconds) || seconds is < 15 or > 60)
            throw BlobErrors.InvalidHeader(Duration);
        return DoAsync(request, 201, id, lease => lease.Acquire(id, TimeSpan.FromSeconds(seconds)));
    }

    private Task<BlobAnswer> RenewAsync(BlobRequest request)
    {
        var id = request.RequiredHeader(LeaseId);
        return DoAsync(request, 200, id, lease => lease.Renew(id));
    }

    private Task<BlobAnswer> ReleaseAsync(BlobRequest request)
    {
        var id = request.RequiredHeader(LeaseId);
        return DoAsync(request, 200, id: null, lease => lease.Release(id));
    }

    private async Task<BlobAnswer> BreakAsync(BlobRequest request)
    {
        if (request.RequiredHeader(BreakPeriod) != "0")
            throw BlobErrors.InvalidHeader(BreakPeriod);
        return (await DoAsync(request, 202, id: null, lease => lease.Break())).With("x-ms-lease-time", "0");
    }

    private Task<BlobAnswer> DoAsync(BlobRequest request, int status, string? id, Action<BlobLease> act)
    {
        var answer = BlobAnswer.Of(status, storage.Lease(request, act));
        return Task.FromResult(id is null ? answer : answer.With(LeaseId, id));
    }
}
