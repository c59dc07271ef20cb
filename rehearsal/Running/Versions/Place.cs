namespace ReleaseInfra.Rehearsal.Running.Versions;

/// <summary>Where one version runs at a time.</summary>
internal abstract record Place
{
    private Place()
    {
    }

    public sealed record OfRevision(string AppId, string Revision) : Place
    {
        public bool Equals(OfRevision? other) => other is not null && IsSame(AppId, other.AppId) && IsSame(Revision, other.Revision);

        public override int GetHashCode() => Hash(Revision);
    }

    /// <param name="Id">The site's, or the slot's.</param>
    public sealed record OfSite(string Id) : Place
    {
        public bool Equals(OfSite? other) => other is not null && IsSame(Id, other.Id);

        public override int GetHashCode() => Hash(Id);
    }

    // Azure compares names and ids without case.
    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static int Hash(string text) => StringComparer.OrdinalIgnoreCase.GetHashCode(text);
}
