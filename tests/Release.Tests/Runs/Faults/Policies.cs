using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>Rules that staging does not have by itself.</summary>
internal static class Policies
{
    private const string Base = "stacks/environments/base.json";

    /// <summary>One other person's word.</summary>
    public static void Approved(TemporaryWorkspace workspace) => Approved(workspace, 1);

    public static void ApprovedByTwo(TemporaryWorkspace workspace) => Approved(workspace, 2);

    /// <summary>Before the start, and before everybody is sent to the new version.</summary>
    public static void ApprovedStep(TemporaryWorkspace workspace)
    {
        Approved(workspace);
        workspace.Replace(Base, "\"steps\": [10, 100]", "\"steps\": [10, { \"weight\": 100, \"approval\": true }]");
    }

    /// <summary>On Fridays from noon, as in production.</summary>
    public static void Frozen(TemporaryWorkspace workspace) => workspace.Replace(
        Base,
        "\"timeZone\": \"Europe/Amsterdam\",",
        "\"timeZone\": \"Europe/Amsterdam\", \"weekly\": { \"friday-afternoon\": { \"days\": [\"friday\"], \"from\": \"12:00\", \"to\": \"20:00\" } },");

    /// <summary>Somebody else's word on each step; its key is for the test to set.</summary>
    public static void AskGate(TemporaryWorkspace workspace) => WithGate(
        workspace, "\"webhook\": { \"url\": \"https://gates.example.com/release\", \"secretVariable\": \"RELEASE_GATE_SECRET\" }");

    /// <param name="gate">As JSON has it.</param>
    public static void WithGate(TemporaryWorkspace workspace, string gate) =>
        workspace.Replace(Base, "\"gates\": {", $"\"gates\": {{ {gate},");

    private static void Approved(TemporaryWorkspace workspace, int people) =>
        workspace.Replace(Base, "\"required\": 0", $"\"required\": {people}, \"approvers\": [\"bob\", \"carol\"]");
}
