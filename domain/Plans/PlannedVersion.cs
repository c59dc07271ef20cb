using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Plans;

/// <param name="Slot">That takes the new version; null for a service without slots.</param>
/// <param name="From">Null where nothing runs yet.</param>
/// <param name="Revision">As in <see cref="SlotRelease.Revision"/>; 1 for a service without slots.</param>
public sealed record PlannedVersion(string Service, Slot? Slot, ImageTag? From, ImageTag To, int Revision);
