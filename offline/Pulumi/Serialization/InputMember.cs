using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A field or property that is an input.</summary>
internal sealed class InputMember(InputAttribute attribute, MemberInfo member, Func<object, object?> read)
{
    public string WireName => attribute.Name;

    public bool IsJson => attribute.Json;

    /// <exception cref="ArgumentNullException">It is required and null.</exception>
    public object? Read(InputArgs args)
    {
        var value = read(args);
        if (value is null && attribute.IsRequired)
            throw new ArgumentNullException(member.Name, $"{FullName(args)} is required but was not given a value");
        return value;
    }

    public string FullName(InputArgs args) => $"[Input] {args.GetType().FullName}.{member.Name}";
}
