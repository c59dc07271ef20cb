using System.Net;
using System.Net.Sockets;
using ReleaseInfra.Rehearsal.Running.Processes;

namespace ReleaseInfra.Rehearsal.Tests.Running;

public sealed class FreePortsTests
{
    [Test]
    public void Take_LeavesOutWhatIsTaken()
    {
        var first = new FreePorts(start: 4711).Take();
        using var taken = new TcpListener(IPAddress.Loopback, first);
        taken.Start();

        Assert.That(new FreePorts(start: 4711).Take(), Is.Not.EqualTo(first).And.InRange(20_000, 31_999));
    }

    [Test]
    public void Take_Again_GivesAnother()
    {
        var ports = new FreePorts(start: int.MaxValue - 1);

        Assert.That(Enumerable.Range(0, 5).Select(_ => ports.Take()), Is.Unique.And.All.InRange(20_000, 31_999));
    }
}
