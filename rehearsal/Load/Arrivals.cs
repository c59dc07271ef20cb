namespace ReleaseInfra.Rehearsal.Load;

public enum Arrivals
{
    Constant,
    Poisson,
}
