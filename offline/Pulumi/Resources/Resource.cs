using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations;
    private readonly ImmutableDictionary<string, ProviderResource> _providers;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options)
    {
        if (string.IsNullOrEmpty(type))
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));

        // Before the first transformation and the parent see this object: its outputs must never be null to them.
        Outputs = ResourceOutputs.InitializeOn(this);
        (_type, _name) = (type, name);

        var deployment = Deployment.Current;
        var ancestor = type == Stack.TypeToken ? null : options.Parent ?? deployment.Stack;
        _transformations = ancestor is null
            ? [.. options.ResourceTransformations]
            : [.. options.ResourceTransformations, .. ancestor._transformations];
        (args, options) = Transform(args, options);

        // The caller may give the same options to several resources, and parents fill gaps in them below.
        options = options.Clone();
        if (options.Provider is not null && options is ComponentResourceOptions { Providers.Count: > 0 })
        {
            throw new ResourceException(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        _providers = ImmutableDictionary<string, ProviderResource>.Empty;
        if (options.Parent is { } parent)
        {
            parent.Children.Add(this);
            options.Protect ??= parent._protect;
            _providers = parent._providers;
        }

        _providers = custom ? ProvidersOfCustom(options) : ProvidersOfComponent(options);
        _protect = options.Protect == true;

        deployment.Register(this, args, options);
    }

    // Set by reflection, as every output of a resource.
    [Output(Constants.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ChildResources Children { get; } = new();

    internal ResourceOutputs Outputs { get; }

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    /// <summary>The provider that children, or calls with this parent, take for a type or function token.</summary>
    internal ProviderResource? GetProvider(string token)
        => PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
                continue;
            if (result.Options.Parent != options.Parent)
            {
                // The parent decides which transformations there are, so it must not come out of one.
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    private ImmutableDictionary<string, ProviderResource> ProvidersOfCustom(ResourceOptions options)
    {
        if (options.Provider is null)
        {
            options.Provider = options.Parent?.GetProvider(_type);
            return _providers;
        }

        return PackageOf(_type) is { } package ? _providers.SetItem(package, options.Provider) : _providers;
    }

    private ImmutableDictionary<string, ProviderResource> ProvidersOfComponent(ResourceOptions options)
    {
        var given = options.Provider is { } single ? [single] : (options as ComponentResourceOptions)?.Providers ?? [];
        return _providers.SetItems(given.Select(provider => KeyValuePair.Create(provider.Package, provider)));
    }

    private static string? PackageOf(string token)
    {
        var parts = token.Split(':');
        return parts.Length == 3 ? parts[0] : null;
    }
}
