using System.Reflection;

namespace ReleaseInfra.Offline.Tests.Fakes;

/// <summary>Which Pulumi these tests were compiled against.</summary>
internal static class SdkOfThisBuild
{
    public static void AssumeOffline(string reasonToSkip)
    {
        var sdk = typeof(SdkOfThisBuild).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "PulumiSdk").Value;
        if (sdk != "offline")
            Assert.Ignore(reasonToSkip);
    }
}
