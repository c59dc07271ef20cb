using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Rehearse.Faults;

/// <summary>All faults, for people.</summary>
internal static class FaultList
{
    public static void Write(StyledWriter writer)
    {
        foreach (var kind in FaultKind.All)
        {
            writer.Write(Style.Heading, kind.Form);
            writer.WriteLine(Style.Muted, $"   such as {kind.Example}");
            writer.WriteLine($"    It {kind.Does}.");
            writer.WriteLine($"    Expected: {kind.Ending.Words()}, since {kind.Because}.");
        }

        writer.WriteLine();
        writer.WriteLine("Faults can be combined: --fault errors=6%@10 --fault kill-engine@step-20.");
    }
}
