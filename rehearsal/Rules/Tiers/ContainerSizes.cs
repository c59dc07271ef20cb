using System.Globalization;

namespace ReleaseInfra.Rehearsal.Rules.Tiers;

/// <summary>On the Consumption profile CPU and memory come in pairs, for all containers of a replica together.</summary>
internal static class ContainerSizes
{
    private const double Step = 0.25;
    private const double Most = 4;
    private const double GibibytesPerCpu = 2;

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type is not ("azure-native:app:ContainerApp" or "azure-native:app:Job")
            || put.Desired.Declared.TextOrNull("workloadProfileName") is not (null or "" or "Consumption"))
        {
            return;
        }

        var cpu = put.Desired.Select("template.containers[].resources.cpu").Sum(value => Convert.ToDouble(value, CultureInfo.InvariantCulture));
        var memory = put.Desired.Select("template.containers[].resources.memory").OfType<string>().Sum(Gibibytes);
        // Containers that state nothing are given a pair by Azure.
        if (cpu == 0 && memory == 0)
            return;

        if (!double.IsInteger(cpu / Step) || cpu > Most || Math.Abs(memory - (cpu * GibibytesPerCpu)) > 0.001)
        {
            throw put.BadRequest(
                "ContainerAppInvalidResourceTotal",
                "template.containers",
                string.Create(CultureInfo.InvariantCulture, $"the containers ask for {cpu} CPU and {memory}Gi together. ") +
                "On the Consumption profile it is a multiple of 0.25 CPU, 4 at most, with 2Gi of memory for each CPU.");
        }
    }

    private static double Gibibytes(string memory) =>
        memory.EndsWith("Gi", StringComparison.Ordinal)
        && double.TryParse(memory.AsSpan(0, memory.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var gibibytes)
            ? gibibytes
            : double.NaN;
}
