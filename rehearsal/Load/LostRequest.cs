namespace ReleaseInfra.Rehearsal.Load;

/// <param name="At">When it was sent.</param>
public sealed record LostRequest(DateTimeOffset At, string App, string Why);
