using Pulumi;

namespace ReleaseInfra.Offline.Tests.Fakes;

[OutputType]
internal sealed class PartResponse
{
    public readonly string Name;
    public readonly int? MaxCount;

    [OutputConstructor]
    private PartResponse(string name, int? maxCount)
    {
        Name = name;
        MaxCount = maxCount;
    }
}
