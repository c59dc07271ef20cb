using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resources of a run, in the order of their registration.</summary>
internal sealed class RegisteredResources
{
    private readonly Lock _gate = new();
    private readonly ImmutableArray<Resource>.Builder _resources = ImmutableArray.CreateBuilder<Resource>();

    public void Add(Resource resource)
    {
        lock (_gate)
            _resources.Add(resource);
    }

    public ImmutableArray<Resource> Snapshot()
    {
        lock (_gate)
            return _resources.ToImmutable();
    }
}
