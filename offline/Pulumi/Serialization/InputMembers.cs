using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The inputs of argument classes, found once per class.</summary>
internal static class InputMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Known = new();

    public static ImmutableArray<InputMember> Of(Type type) => Known.GetOrAdd(type, Find);

    private static ImmutableArray<InputMember> Find(Type type)
    {
        var members = ImmutableArray.CreateBuilder<InputMember>();
        foreach (var field in type.GetFields(Instance))
        {
            if (field.GetCustomAttribute<InputAttribute>() is { } attribute)
                members.Add(new InputMember(attribute, field, MemberReader.For(field)));
        }

        foreach (var property in type.GetProperties(Instance))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
                members.Add(new InputMember(attribute, property, MemberReader.For(property)));
        }

        return members.ToImmutable();
    }
}
