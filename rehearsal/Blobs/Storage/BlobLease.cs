using ReleaseInfra.Rehearsal.Blobs.Http;

namespace ReleaseInfra.Rehearsal.Blobs.Storage;

internal enum LeaseState
{
    Available,
    Leased,
    Expired,
    Broken,
}

/// <summary>The lease of one blob, by Azure's table of what each action does in each state.</summary>
internal sealed class BlobLease(TimeProvider time)
{
    private string? _id;
    private TimeSpan _duration;
    private DateTimeOffset _ends;
    private bool _isBroken;

    public LeaseState State => _id is null ? LeaseState.Available
        : _isBroken ? LeaseState.Broken
        : time.GetUtcNow() < _ends ? LeaseState.Leased
        : LeaseState.Expired;

    /// <summary>Whoever asks again under the id that it proposed has it: its first answer may have been lost.</summary>
    public void Acquire(string id, TimeSpan duration)
    {
        if (State == LeaseState.Leased && !Is(id))
            throw BlobErrors.LeaseAlreadyPresent();
        (_id, _duration, _isBroken) = (id, duration, false);
        _ends = time.GetUtcNow() + duration;
    }

    /// <summary>Also after it has expired, unless somebody has leased or written the blob since.</summary>
    public void Renew(string id)
    {
        RequireSame(id);
        if (_isBroken)
            throw BlobErrors.LeaseIsBroken();
        _ends = time.GetUtcNow() + _duration;
    }

    public void Release(string id)
    {
        RequireSame(id);
        _id = null;
    }

    public void Break()
    {
        if (_id is null)
            throw BlobErrors.LeaseNotPresentWithLeaseOperation();
        _isBroken = true;
    }

    /// <param name="id">Null where the caller states none.</param>
    public void AllowWrite(string? id)
    {
        switch (State, id)
        {
            case (LeaseState.Available, not null):
                throw BlobErrors.LeaseNotPresentWithBlobOperation();
            case (LeaseState.Leased, null):
                throw BlobErrors.LeaseIdMissing();
            case (not LeaseState.Available, not null) when !Is(id):
                throw BlobErrors.LeaseIdMismatchWithBlobOperation();
            case (LeaseState.Expired or LeaseState.Broken, not null):
                throw BlobErrors.LeaseLost();
            case (LeaseState.Expired or LeaseState.Broken, null):
                // A write by somebody else is what an expired lease is renewed no more after.
                _id = null;
                break;
            default:
                break;
        }
    }

    private void RequireSame(string id)
    {
        if (_id is null)
            throw BlobErrors.LeaseNotPresentWithLeaseOperation();
        if (!Is(id))
            throw BlobErrors.LeaseIdMismatchWithLeaseOperation();
    }

    private bool Is(string id) => id.Equals(_id, StringComparison.OrdinalIgnoreCase);
}
