namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>Resource Manager's limits for one principal in one subscription: buckets that are refilled as time passes.</summary>
internal sealed class Throttle(TimeProvider time)
{
    private readonly Bucket _reads = new("x-ms-ratelimit-remaining-subscription-reads", 250, 25, time);
    private readonly Bucket _writes = new("x-ms-ratelimit-remaining-subscription-writes", 200, 10, time);
    private readonly Bucket _deletes = new("x-ms-ratelimit-remaining-subscription-deletes", 200, 10, time);

    /// <returns>The header that tells what is left.</returns>
    /// <exception cref="ArmRefusal">Nothing is.</exception>
    public (string Header, int Left) Take(string method) =>
        (method.ToUpperInvariant() switch { "GET" or "HEAD" => _reads, "DELETE" => _deletes, _ => _writes }).Take();

    private sealed class Bucket(string header, int capacity, double perSecond, TimeProvider time)
    {
        private readonly Lock _guard = new();
        private double _tokens = capacity;
        private DateTimeOffset _at = time.GetUtcNow();

        public (string Header, int Left) Take()
        {
            lock (_guard)
            {
                var now = time.GetUtcNow();
                _tokens = Math.Min(capacity, _tokens + ((now - _at).TotalSeconds * perSecond));
                _at = now;
                if (_tokens < 1)
                    throw new ArmRefusal(ArmErrors.Throttled(TimeSpan.FromSeconds((1 - _tokens) / perSecond)).With(header, "0"));

                _tokens--;
                return (header, (int)_tokens);
            }
        }
    }
}
