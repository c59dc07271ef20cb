namespace ReleaseInfra.Release.Tests.Engine.Contract;

/// <summary>A resource group with a tag: <c>rg-NAME</c> of a team.</summary>
internal sealed record ContractResource(string Name, string Team)
{
    /// <summary>A name that Azure refuses.</summary>
    public static readonly ContractResource Refused = new("refused.", "shop");

    public const string ClearSecret = "clear-7f3a";
}
