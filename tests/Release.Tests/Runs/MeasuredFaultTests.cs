using ReleaseInfra.Release.Tests.Runs.Faults;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>What is wrong with the new version, with what tells of it, or with the way back.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class MeasuredFaultTests
{
    private static readonly IReadOnlyList<Fault> Faults = [.. VersionFaults.All, .. EvidenceFaults.All, .. WayBackFaults.All];

    private static IEnumerable<string> Names => Faults.Select(fault => fault.Name);

    [TestCaseSource(nameof(Names))]
    public Task Fault_EndsAsStated(string name) => Faults.Single(fault => fault.Name == name).PlayAsync();
}
