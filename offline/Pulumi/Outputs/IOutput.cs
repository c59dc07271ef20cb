namespace Pulumi;

/// <summary>An output whose type of value is known only at run time.</summary>
internal interface IOutput
{
    OutputState State { get; }
}
