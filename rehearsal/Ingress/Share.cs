namespace ReleaseInfra.Rehearsal.Ingress;

/// <param name="Weight">Percent, 0 to 100; 0 gets nothing. What a route's weights lack to 100 goes to the others in proportion.</param>
public sealed record Share(Backend Backend, int Weight);
