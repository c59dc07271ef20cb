namespace Pulumi.Serialization;

/// <summary>Settles one output of a resource.</summary>
internal abstract class OutputSource
{
    public abstract object Output { get; }

    /// <summary>The value is converted already; null is the default.</summary>
    public abstract void Settle(SerializedValue value);

    public abstract void SettleDefault(bool isKnown);

    public abstract void Fail(Exception error);
}
