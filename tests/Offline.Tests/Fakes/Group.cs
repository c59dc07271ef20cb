using Pulumi;

namespace ReleaseInfra.Offline.Tests.Fakes;

/// <summary>A component with what its test puts into it.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, Action<Group>? fill = null, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options)
    {
        fill?.Invoke(this);
        RegisterOutputs();
    }
}
