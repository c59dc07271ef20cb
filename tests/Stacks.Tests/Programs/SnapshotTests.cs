using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Stacks.Tests.Programs;

/// <summary>
/// What the repository's own configuration declares, checked in per environment and reviewed like code. A release changes
/// it too: its lines are the release's effect on Azure.
/// </summary>
[NonParallelizable]
public sealed class SnapshotTests
{
    private const string AcceptVariable = "RELEASE_INFRA_ACCEPT_SNAPSHOTS";

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public async Task Stack_DeclaresWhatIsCheckedIn(string stack)
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests", "Stacks.Tests", "Snapshots", $"{stack}.txt");
        var declared = ResourceText.Of(await StackRun.OfRepositoryAsync(StackName.Find(stack)!));
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
            await File.WriteAllTextAsync(file, declared);

        var accepted = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        Assert.That(
            declared,
            Is.EqualTo(accepted),
            $"{stack} declares something else than {file}. If that is meant, run the tests once with {AcceptVariable}=1, "
            + "and explain in the change why each line is different.");
    }
}
