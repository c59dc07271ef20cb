using System.Reflection;

namespace ReleaseInfra.Stacks;

/// <summary>Which Pulumi this program was compiled against.</summary>
public static class SdkBuild
{
    /// <summary><c>nuget</c>, the published packages, or <c>offline</c>, the stand-in.</summary>
    public static string Name { get; } = typeof(SdkBuild).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PulumiSdk")
        .Value ?? throw new InvalidOperationException("The build did not say which Pulumi SDK it used.");
}
