using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra;

/// <summary>The tags of every resource that can carry any: who owns it cannot be overridden by configuration.</summary>
public static class EnvironmentTags
{
    public static ImmutableDictionary<string, string> Of(EnvironmentSettings settings) =>
        settings.Tags
            .ToImmutableDictionary(StringComparer.Ordinal)
            .SetItem("application", settings.Application)
            .SetItem("environment", settings.Stack.Name)
            .SetItem("managed-by", "pulumi");
}
