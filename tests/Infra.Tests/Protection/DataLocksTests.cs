using Pulumi;
using ReleaseInfra.Infra.Protection;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Protection;

public sealed class DataLocksTests
{
    [Test]
    public async Task Lock_RefusesDeletionOfEachResource()
    {
        var locks = (await ProgramRecorder.RunAsync(options => _ = new DataLocks(
            "locks", new DataLocksArgs([("database", Output.Create("server-id")), ("vault", Output.Create("vault-id"))]), options)))
            .Of("authorization:ManagementLockByScope");

        Assert.That(
            locks.Select(found => (found.Name, found["scope"], found["level"])),
            Is.EqualTo(new (string, object?, object?)[]
            {
                ("database-lock", "server-id", "CanNotDelete"),
                ("vault-lock", "vault-id", "CanNotDelete"),
            }));
    }
}
