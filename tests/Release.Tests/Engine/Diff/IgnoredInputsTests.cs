using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.Values;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.Diff;

public sealed class IgnoredInputsTests
{
    private static readonly MapValue Before = Map(("cpu", 1), ("tags", Map(("team", "a"))), ("zone", "1"), ("ha", Map(("mode", "x"), ("zone", "2"))));

    [TestCase("tags", """{ cpu: 2, ha: { mode: "y" }, tags: { team: "a" } }""")]
    [TestCase("zone", """{ cpu: 2, ha: { mode: "y" }, tags: { team: "b" }, zone: "1" }""")]
    [TestCase("ha.zone", """{ cpu: 2, ha: { mode: "y", zone: "2" }, tags: { team: "b" } }""")]
    [TestCase("ha.mode", """{ cpu: 2, ha: { mode: "x" }, tags: { team: "b" } }""")]
    [TestCase("tags.team", """{ cpu: 2, ha: { mode: "y" }, tags: { team: "a" } }""")]
    [TestCase("cpu", """{ cpu: 1, ha: { mode: "y" }, tags: { team: "b" } }""")]
    [TestCase("unknown", """{ cpu: 2, ha: { mode: "y" }, tags: { team: "b" } }""")]
    public void Keep_TakesTheOldValueOrItsAbsence(string ignored, string expected)
    {
        var after = Map(("cpu", 2), ("tags", Map(("team", "b"))), ("ha", Map(("mode", "y"))));

        Assert.That(IgnoredInputs.Keep(Before, after, [ignored]).Text(), Is.EqualTo(expected));
    }

    [Test]
    public void Keep_WhatWasNotThereBefore_StaysAway() =>
        Assert.That(IgnoredInputs.Keep(Map(), Map(("cpu", 2)), ["cpu"]).Text(), Is.EqualTo("{  }"));
}
