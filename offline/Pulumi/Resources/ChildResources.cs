namespace Pulumi;

/// <summary>The children of a resource, added from whichever thread creates them.</summary>
internal sealed class ChildResources
{
    private readonly Lock _gate = new();
    private readonly List<Resource> _children = [];

    public void Add(Resource child)
    {
        lock (_gate)
            _children.Add(child);
    }

    public Resource[] Snapshot()
    {
        lock (_gate)
            return [.. _children];
    }
}
