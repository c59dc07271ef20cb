namespace ReleaseInfra.Infra;

/// <summary>Whether a data service answers on its public endpoint, or only inside the environment's network.</summary>
public enum Exposure
{
    Public,
    Private,
}
