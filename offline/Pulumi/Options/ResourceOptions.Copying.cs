namespace Pulumi;

public abstract partial class ResourceOptions
{
    // Lists that were never asked for stay unmade: thousands of resources have none of them.
    private protected void CopyFrom(ResourceOptions other)
    {
        _dependsOn = other._dependsOn?.Clone();
        _ignoreChanges = Copy(other._ignoreChanges);
        _resourceTransformations = Copy(other._resourceTransformations);
        _aliases = Copy(other._aliases);
        _replaceOnChanges = Copy(other._replaceOnChanges);
        CustomTimeouts = other.CustomTimeouts?.Clone();
        Id = other.Id;
        Parent = other.Parent;
        Protect = other.Protect;
        Version = other.Version;
        Provider = other.Provider;
        Urn = other.Urn;
        PluginDownloadURL = other.PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete;
        DeletedWith = other.DeletedWith;
    }

    private protected void MergeFrom(ResourceOptions other)
    {
        _dependsOn = other._dependsOn is null ? _dependsOn : DependsOn.Concat(other._dependsOn);
        _ignoreChanges = Join(_ignoreChanges, other._ignoreChanges);
        _resourceTransformations = Join(_resourceTransformations, other._resourceTransformations);
        _aliases = Join(_aliases, other._aliases);
        _replaceOnChanges = Join(_replaceOnChanges, other._replaceOnChanges);
        CustomTimeouts = other.CustomTimeouts?.Clone() ?? CustomTimeouts;
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
    }

    private protected static List<T>? Copy<T>(List<T>? list) => list is null ? null : [.. list];

    private protected static List<T>? Join<T>(List<T>? first, List<T>? second)
        => first is null ? Copy(second) : [.. first, .. second ?? []];
}
