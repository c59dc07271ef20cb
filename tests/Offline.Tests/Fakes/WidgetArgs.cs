using Pulumi;

namespace ReleaseInfra.Offline.Tests.Fakes;

internal sealed class WidgetArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("map")]
    private InputMap<string>? _map;

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<int>? Number { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("color")]
    public InputUnion<string, Color>? Color { get; set; }

    [Input("size")]
    public Input<Size>? Size { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("plain")]
    public object? Plain { get; set; }

    [Input("id")]
    public Input<string>? Id { get; set; }

    public InputList<string> List
    {
        get => _list ??= new InputList<string>();
        set => _list = value;
    }

    public InputMap<string> Map
    {
        get => _map ??= new InputMap<string>();
        set => _map = value;
    }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= new InputList<PartArgs>();
        set => _parts = value;
    }
}
