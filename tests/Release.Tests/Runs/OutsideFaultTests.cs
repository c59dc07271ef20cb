using ReleaseInfra.Release.Tests.Runs.Faults;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>What comes from outside of the versions: Azure's answers, other people, rules, clocks and disks.</summary>
public sealed class OutsideFaultTests
{
    private static readonly IReadOnlyList<Fault> Faults = [.. StormFaults.All, .. TrafficFaults.All, .. RuleFaults.All, .. WorldFaults.All];

    private static IEnumerable<string> Names => Faults.Select(fault => fault.Name);

    [TestCaseSource(nameof(Names))]
    public Task Fault_EndsAsStated(string name) => Faults.Single(fault => fault.Name == name).PlayAsync();
}
