using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine;

/// <summary>The plan that leaves nothing. It needs no configuration: what is deleted is what was applied.</summary>
internal static class Destruction
{
    public static StackPlan Of(StackName stack, AppliedStack applied) => new(
        stack,
        applied.Location,
        applied,
        ReleaseSettings.None,
        [.. applied.Resources.Select(resource => new ResourceChange(resource, Operation.Delete, []))],
        MapValue.Empty);
}
