namespace Pulumi;

/// <summary>An input whose type of value is known only at run time.</summary>
internal interface IInput
{
    IOutput ToUntypedOutput();
}
