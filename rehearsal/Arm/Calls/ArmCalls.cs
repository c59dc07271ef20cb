using ReleaseInfra.Rehearsal.Arm.Http;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Everything that is served. <c>docs/azure-wire.md</c> says what each takes and gives.</summary>
internal static class ArmCalls
{
    /// <summary>What is particular stands before what is general.</summary>
    public static IReadOnlyList<ArmCall> Over(ArmWorld world) =>
    [
        .. new OperationCalls(world).All,
        .. new MetricCalls(world).All,
        .. new LogCalls(world).All,
        .. new RegistryCalls(world).All,
        .. new VaultCalls(world).All,
        .. new GraphCalls(world).All,
        .. new RevisionCalls(world).All,
        .. new JobCalls(world).All,
        .. new SiteCalls(world).All,
        .. new ChangeCalls(world).All,
        .. new SubscriptionCalls(world).All,
        .. new ReadCalls(world).All,
    ];
}
