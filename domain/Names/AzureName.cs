namespace ReleaseInfra.Domain.Names;

/// <summary>A name with the rule that Azure holds it against.</summary>
/// <param name="Origin">Path of the setting that can change it.</param>
public sealed record AzureName(NameRule Rule, string Value, string Origin)
{
    /// <summary>Null for a name that Azure takes.</summary>
    public string? Violation => Rule.Violation(Value);

    public override string ToString() => Value;
}
