using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>
/// Reads members of one class. A getter is called through a delegate: from its second call on, reflection would
/// compile a method of its own for each, which costs more than a short run has.
/// </summary>
internal static class MemberReader
{
    public static Func<object, object?> For(FieldInfo field) => field.GetValue;

    public static Func<object, object?> For(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        if (property.PropertyType.IsValueType || owner.IsValueType || property.GetMethod is not { } getter)
            return property.GetValue;

        var reader = (IReader)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(owner), getter)!;
        return reader.Read;
    }

    private interface IReader
    {
        object? Read(object target);
    }

    private sealed class Reader<TOwner>(MethodInfo getter) : IReader
        where TOwner : class
    {
        private readonly Func<TOwner, object?> _getter = getter.CreateDelegate<Func<TOwner, object?>>();

        public object? Read(object target) => _getter((TOwner)target);
    }
}
