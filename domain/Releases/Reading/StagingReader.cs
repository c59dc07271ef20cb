using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading;

namespace ReleaseInfra.Domain.Releases.Reading;

/// <summary>Reads staging's release for what it proves; its own problems are told where staging is read.</summary>
public static class StagingReader
{
    /// <param name="stack">The configuration keys of staging's file; null where it could not be read.</param>
    public static StagingEvidence Read(ObjectNode? stack, string file)
    {
        if (stack is null)
            return new StagingUnknown(file);
        var problems = new ProblemList();
        var release = ReleaseReader.Read(new Section(stack, problems), _ => ReleaseForm.Unknown, []);
        return problems.Count == 0 ? new StagingRelease(release) : new StagingUnknown(file);
    }
}
