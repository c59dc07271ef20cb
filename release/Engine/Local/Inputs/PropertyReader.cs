using System.Reflection;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>
/// Reads a property through a delegate on its getter: <see cref="PropertyInfo.GetValue(object)"/> would compile code for
/// each of some hundred properties while the user waits.
/// </summary>
internal abstract class PropertyReader
{
    public static Func<object, object?> Of(PropertyInfo property)
    {
        if (property.PropertyType.IsValueType)
            return property.GetValue;

        var reader = typeof(PropertyReader<>).MakeGenericType(property.DeclaringType!);
        return ((PropertyReader)Activator.CreateInstance(reader)!).Create(property.GetMethod!);
    }

    protected abstract Func<object, object?> Create(MethodInfo getter);
}

internal sealed class PropertyReader<TOwner> : PropertyReader
    where TOwner : class
{
    protected override Func<object, object?> Create(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TOwner, object?>>();
        return owner => read((TOwner)owner);
    }
}
