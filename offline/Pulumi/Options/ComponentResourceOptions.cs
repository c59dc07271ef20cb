namespace Pulumi;

public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>For the children, one per package. Not together with <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>A new object: scalars of the second win where it has them, lists are joined, the last provider of a package wins.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = options1?.Copy() ?? new ComponentResourceOptions();
        if (options2 is not null)
            merged.MergeFrom(options2);
        merged._providers = LastOfEachPackage(Join(merged._providers, options2?._providers) ?? []);
        return merged;
    }

    internal override ResourceOptions Clone() => Copy();

    private static List<ProviderResource> LastOfEachPackage(List<ProviderResource> providers)
        => [.. Enumerable.Reverse(providers).DistinctBy(provider => provider.Package).Reverse()];

    private ComponentResourceOptions Copy()
    {
        var copy = new ComponentResourceOptions { _providers = Copy(_providers) };
        copy.CopyFrom(this);
        return copy;
    }
}
