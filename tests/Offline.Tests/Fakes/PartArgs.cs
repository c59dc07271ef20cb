using Pulumi;

namespace ReleaseInfra.Offline.Tests.Fakes;

internal sealed class PartArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("maxCount")]
    public Input<int>? MaxCount { get; set; }
}
