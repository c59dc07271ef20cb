namespace ReleaseInfra.Domain.Rollouts;

public sealed record GroupMember(string Service, Movement Movement);
