namespace Pulumi;

/// <summary>Marks a struct with a constructor from, and an explicit conversion to, its string or double.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
