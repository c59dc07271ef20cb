using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>CPU and memory of a container: the pairs that the Consumption profile of a workload-profiles environment has.</summary>
internal static class ComputeReader
{
    public static readonly Key<decimal> Cpu = new("cpu", Form.Decimal(0.25m, 4));
    public static readonly Key<decimal> MemoryGi = new("memoryGi", Form.Decimal(0.5m, 8));

    public static ComputeSettings Read(Section section)
    {
        var compute = new ComputeSettings(section.Read(Cpu), section.Read(MemoryGi));
        if (section.AreSound(Cpu, MemoryGi) && (compute.Cpu % 0.25m != 0 || compute.MemoryGi != compute.Cpu * 2))
        {
            var wrong = compute.Cpu % 0.25m == 0 ? MemoryGi : Cpu;
            section.Problems.Add(SettingsProblems.ComputeCombination(section.PlaceOf(wrong), compute.Cpu, compute.MemoryGi));
        }

        return compute;
    }
}
