using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>The members of an arguments type that the engine sees, in ordinal order of their wire names.</summary>
internal sealed class ArgsShape
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, ArgsShape> Shapes = new();

    private ArgsShape(IReadOnlyList<ArgsMember> members) => Members = members;

    public IReadOnlyList<ArgsMember> Members { get; }

    public static ArgsShape Of(Type type) => Shapes.GetOrAdd(type, Read);

    private static ArgsShape Read(Type type)
    {
        var members = new List<ArgsMember>();

        // Type by type, because private fields of a base type are not among those of the derived one.
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(Declared))
            {
                if (WireName(field) is { } name)
                    members.Add(new ArgsMember(name, field.GetValue));
            }

            foreach (var property in declaring.GetProperties(Declared))
            {
                if (WireName(property) is { } name)
                    members.Add(new ArgsMember(name, property.GetValue));
            }
        }

        members.Sort((left, right) => string.CompareOrdinal(left.WireName, right.WireName));
        return new ArgsShape(members);
    }

    /// <summary>From the attribute's data, because the published attribute keeps its name to itself.</summary>
    private static string? WireName(MemberInfo member)
    {
        if (!member.IsDefined(typeof(InputAttribute), inherit: false))
            return null;

        var data = member.GetCustomAttributesData().First(attribute => attribute.AttributeType == typeof(InputAttribute));
        return (string?)data.ConstructorArguments[0].Value;
    }
}

internal sealed record ArgsMember(string WireName, Func<object, object?> Read);
