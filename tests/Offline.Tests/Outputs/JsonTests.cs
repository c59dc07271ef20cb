using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Outputs;

internal sealed class JsonTests
{
    [Test]
    public async Task JsonSerialize_WritesNestedOutputs()
        => Assert.That(
            await Look.AtAsync(Output.JsonSerialize(Output.Create(new { a = Output.Create(1), b = new[] { "x" } }))),
            Is.EqualTo(Look<string>.Plain("""{"a":1,"b":["x"]}""")));

    [Test]
    public async Task JsonSerialize_NestedSecret_IsSecret()
        => Assert.That(
            await Look.AtAsync(Output.JsonSerialize(Output.Create(new { a = Output.CreateSecret("x") }))),
            Is.EqualTo(Look<string>.Secret("""{"a":"x"}""")));

    [Test]
    public async Task JsonSerialize_NestedUnknown_IsUnknown()
        => Assert.That(
            await OutputUtilities.GetIsKnownAsync(
                Output.JsonSerialize(Output.Create(new { a = OutputUtilities.CreateUnknown("x") }))),
            Is.False);

    [Test]
    public void JsonSerialize_Null_IsRejected()
        => Assert.That(() => Output.JsonSerialize<string>(null!), Throws.ArgumentNullException);
}
