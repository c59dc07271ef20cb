namespace ReleaseInfra.Domain.Freezes;

/// <param name="To">The first moment after it.</param>
public sealed record FrozenSpan(string Name, DateTimeOffset From, DateTimeOffset To);
