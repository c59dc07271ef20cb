namespace Pulumi.Automation;

/// <summary>An output of a stack, in clear even if it is secret.</summary>
public sealed class OutputValue
{
    internal OutputValue(object value, bool isSecret) => (Value, IsSecret) = (value, isSecret);

    public object Value { get; }

    public bool IsSecret { get; }
}
