namespace Pulumi;

/// <summary>An output whose type of value is known only at run time.</summary>
internal interface IOutput
{
    /// <summary>What it holds if it is settled, which it mostly is, and else null.</summary>
    IOutputData? UntypedData { get; }

    ValueTask<IOutputData> GetUntypedDataAsync();
}
