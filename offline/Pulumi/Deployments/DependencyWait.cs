namespace Pulumi;

/// <summary>Waits until the resources that another one comes from are registered.</summary>
internal static class DependencyWait
{
    /// <summary>
    /// A component stands for its children, and theirs. The walk ends at custom resources: they may have children too, but
    /// those can depend on each other's values, and waiting for them would be waiting in a circle.
    /// </summary>
    public static HashSet<Resource> Expand(IEnumerable<Resource> resources)
    {
        var reached = new HashSet<Resource>();
        var open = new System.Collections.Generic.Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (!reached.Add(resource) || resource is not ComponentResource)
                continue;
            foreach (var child in resource.Children.Snapshot())
                open.Push(child);
        }

        return reached;
    }

    public static async ValueTask ForAsync(IReadOnlyCollection<Resource> resources)
    {
        if (resources.Count == 0)
            return;

        foreach (var resource in Expand(resources))
        {
            if (resource is CustomResource or ComponentResource { IsRemote: true })
                await resource.Urn.State.GetDataAsync();
        }
    }
}
