using System.Collections.Concurrent;
using Pulumi;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>
/// Notes every resource with its arguments and options while the program runs. Mocks see neither options nor parents, and
/// their URNs keep only one parent; a transformation sees all of it.
/// </summary>
internal sealed class ResourceRecorder(string project, string stackName, FirstFailure first)
{
    // Components may be constructed inside Apply, and so at the same time.
    private readonly ConcurrentDictionary<Resource, RecordedResource> _recorded = new();
    private readonly ConcurrentDictionary<string, Resource> _byUrn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _componentTypes = new(StringComparer.Ordinal);

    private ExecutionContext? _context;
    private Stack? _stack;

    /// <summary>Raised on the program's own thread, before the resource is registered.</summary>
    public event Action<RecordedResource>? Noted;

    public int Count => _recorded.Count;

    /// <summary>The run's own, in which the SDK still finds its deployment when the run is over; null before the first resource.</summary>
    public ExecutionContext? Context => _context;

    /// <summary>Null before the run.</summary>
    public Stack? Stack => _stack;

    public ICollection<RecordedResource> Recorded => _recorded.Values;

    public StackOptions Options => new() { ResourceTransformations = { Record } };

    public bool IsComponent(string type) => _componentTypes.ContainsKey(type);

    /// <returns>Null for the stack, which is in no resource's way.</returns>
    public string? UrnOf(Resource resource) => _recorded.GetValueOrDefault(resource)?.Urn;

    /// <summary>Drops a resource's arguments, which nobody reads twice: of a large stack they are most of what is kept.</summary>
    public void Release(RecordedResource recorded) => _recorded[recorded.Resource] = recorded with { Args = null };

    private ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        _context ??= ExecutionContext.Capture();
        if (args.Resource is Stack root)
            _stack = root;
        else
            Record(args.Resource, args.Args, args.Options);

        return null;
    }

    private void Record(Resource resource, ResourceArgs? args, ResourceOptions options)
    {
        var parent = options.Parent is { } given ? _recorded.GetValueOrDefault(given) : null;
        var type = resource.GetResourceType();
        var qualified = parent is null ? type : $"{parent.QualifiedType}${type}";
        var urn = $"urn:pulumi:{stackName}::{project}::{qualified}::{resource.GetResourceName()}";
        if (!_byUrn.TryAdd(urn, resource))
            throw first.Note(ReleaseFailure.DuplicateResource(urn));

        if (resource is ComponentResource)
            _componentTypes[type] = true;

        // The SDK fills in an inherited protection only after the transformations.
        var protect = options.Protect ?? parent?.Protect ?? false;
        var recorded = new RecordedResource(resource, args, options, qualified, urn, parent?.Urn, protect);
        _recorded[resource] = recorded;
        Noted?.Invoke(recorded);
    }
}
