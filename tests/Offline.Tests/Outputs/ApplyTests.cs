using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Outputs;

internal sealed class ApplyTests
{
    [Test]
    public async Task Apply_Known_TransformsTheValue()
        => Assert.That(await Look.AtAsync(Output.Create(20).Apply(value => value + 1)), Is.EqualTo(Look<int>.Plain(21)));

    [Test]
    public async Task Apply_Task_IsAwaited()
        => Assert.That(
            await Look.AtAsync(Output.Create(Task.FromResult(20)).Apply(async value =>
            {
                await Task.Yield();
                return value + 1;
            })),
            Is.EqualTo(Look<int>.Plain(21)));

    [Test]
    public async Task Apply_Output_IsFlattened()
        => Assert.That(
            await Look.AtAsync(Output.Create("a").Apply(value => Output.CreateSecret(value + "b"))),
            Is.EqualTo(Look<string>.Secret("ab")));

    [Test]
    public async Task Apply_Input_IsFlattened()
        => Assert.That(
            await Look.AtAsync(Output.Create("a").Apply(value => (Input<string>)Output.CreateSecret(value + "b"))),
            Is.EqualTo(Look<string>.Secret("ab")));

    [Test]
    public async Task Apply_NullOutput_IsTheDefault()
        => Assert.That(
            await Look.AtAsync(Output.Create("a").Apply<string?>(_ => (Output<string?>?)null)),
            Is.EqualTo(Look<string?>.Plain(null)));

    [Test]
    public async Task Apply_UnknownInPreview_IsNotCalledAndStaysUnknown()
    {
        var called = false;
        var look = await Run.InPreviewAsync(() => Look.AtAsync(OutputUtilities.CreateUnknown("x").Apply(value =>
        {
            called = true;
            return value.Length;
        })));

        Assert.Multiple(() =>
        {
            Assert.That(called, Is.False);
            Assert.That(look, Is.EqualTo(Look<int>.Unknown));
        });
    }

    [Test]
    public async Task Apply_UnknownSecretInPreview_StaysSecret()
        => Assert.That(
            await Run.InPreviewAsync(() => Look.AtAsync(
                Output.CreateSecret(OutputUtilities.CreateUnknown("x")).Apply(value => value.Length))),
            Is.EqualTo(Look<int>.Unknown with { IsSecret = true }));

    [Test]
    public async Task Apply_Secret_StaysSecret()
        => Assert.That(await Look.AtAsync(Output.CreateSecret("ab").Apply(value => value.Length)), Is.EqualTo(Look<int>.Secret(2)));

    [Test]
    public async Task Apply_KeepsAndJoinsDependencies()
    {
        var (first, second) = ((Widget)null!, (Widget)null!);
        Output<string> joined = null!;
        await Run.UpdateAsync(() =>
        {
            (first, second) = (new Widget("first"), new Widget("second"));
            joined = first.Id.Apply(one => second.Id.Apply(two => one + two));
        });

        Assert.That(await Look.DependenciesOfAsync(joined), Is.EquivalentTo(new Resource[] { first, second }));
    }

    [Test]
    public async Task Apply_ThatThrows_FailsTheRun()
        => Assert.That(
            await Run.FailureAsync(() => Output.Create(1).Apply(Refuse)),
            Does.Contain("no such number"));

    [Test]
    public void Apply_ThatThrows_ThrowsOnlyWhenAwaited()
    {
        var output = Output.Create(1).Apply(Refuse);

        Assert.That(async () => await OutputUtilities.GetValueAsync(output), Throws.TypeOf<FormatException>());
    }

    private static int Refuse(int value) => throw new FormatException("no such number");
}
