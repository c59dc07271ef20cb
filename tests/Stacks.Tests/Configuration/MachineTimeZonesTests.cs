using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Stacks.Tests.Configuration.ReadConfiguration;

namespace ReleaseInfra.Stacks.Tests.Configuration;

public sealed class MachineTimeZonesTests
{
    [TestCase("UTC")]
    [TestCase("Europe/Amsterdam")]
    public void Lacks_NothingThatIsRight(string name) => Assert.That(new MachineTimeZones().Lacks(name), Is.False);

    [Test]
    public void Rejects_MisspeltTimeZone()
    {
        Assume.That(new MachineTimeZones().Names, Is.Not.Empty, "This machine has no time zone data.");
        using var workspace = new TemporaryWorkspace();
        workspace.Replace(Base, "Europe/Amsterdam", "Europe/Amstredam");

        var problem = workspace.Problem("production");

        Assert.That((problem.Code, problem.Path, problem.Value), Is.EqualTo(("RI1127", "freezes.timeZone", "Europe/Amstredam")));
        Assert.That(problem.Source.Line, Is.EqualTo(workspace.LineOf(Base, "Europe/Amstredam")));
    }
}
