using ReleaseInfra.Cli.Reports.Page.Markup;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>What was made to go wrong.</summary>
internal static class FaultsSection
{
    /// <returns>Null where nothing was played.</returns>
    public static Element? Of(ReportFacts facts) => facts.Observed is { Faults: not [] and var faults }
        ? Parts.Section("faults", "Faults that were played", Parts.Facts(faults.Select(fault => (fault.Name, (Node)fault.Explanation))))
        : null;
}
