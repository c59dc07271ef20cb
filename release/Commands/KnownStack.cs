using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

internal static class KnownStack
{
    /// <exception cref="ReleaseFailure">There is no stack of that name.</exception>
    public static StackName Of(string name) =>
        StackName.Find(name) ?? throw ReleaseFailure.UnknownStack(name, StackName.All.Select(known => known.Name));
}
