using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Release.Tests.Engine.Values;

/// <summary>Values as short as JSON.</summary>
internal static class Make
{
    public static MapValue Map(params (string Key, object? Value)[] entries) =>
        MapValue.Of(entries.Select(entry => new MapEntry(entry.Key, Value(entry.Value))));

    public static ListValue List(params object?[] items) => new([.. items.Select(Value)]);

    public static StackResource Resource(string name, MapValue inputs, string type = "azure-native:app:ContainerApp") => new(
        $"urn:pulumi:dev::release-infra::{type}::{name}",
        type,
        name,
        Parent: null,
        IsComponent: false,
        Protect: false,
        inputs,
        Dependencies: []);

    private static InputValue Value(object? value) => value switch
    {
        null => NullValue.Instance,
        InputValue already => already,
        string text => new TextValue(text),
        bool flag => new BooleanValue(flag),
        int number => new NumberValue(number),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No such value in these tests."),
    };
}
