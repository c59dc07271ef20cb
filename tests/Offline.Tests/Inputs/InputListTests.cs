using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Inputs;

internal sealed class InputListTests
{
    private static readonly string[] Expected = ["a", "b"];

    [Test]
    public async Task Initialiser_Appends()
    {
        var args = new WidgetArgs { List = { "a", Output.Create("b") } };
        args.List.Add("c", "d");

        Assert.That(await ValuesAsync(args.List), Is.EqualTo(new[] { "a", "b", "c", "d" }));
    }

    [Test]
    public async Task Conversions_TakeEveryListLikeThing()
    {
        InputList<string>[] lists =
        [
            Expected,
            new List<string>(Expected),
            ImmutableArray.Create(Expected),
            new Input<string>[] { "a", "b" },
            new[] { Output.Create("a"), Output.Create("b") },
            new List<Output<string>> { Output.Create("a"), Output.Create("b") },
            Output.Create(Expected),
            Output.Create(new List<string>(Expected)),
            Output.Create(Expected.AsEnumerable()),
            Output.Create(ImmutableArray.Create(Expected)),
        ];

        foreach (var list in lists)
            Assert.That(await ValuesAsync(list), Is.EqualTo(Expected));
    }

    [Test]
    public async Task Conversions_TakeOneElement()
    {
        InputList<string> plain = "a";
        InputList<string> output = Output.CreateSecret("a");

        Assert.Multiple(async () =>
        {
            Assert.That(await ValuesAsync(plain), Is.EqualTo(new[] { "a" }));
            Assert.That(await Output.IsSecretAsync(output.ToOutput()), Is.True);
        });
    }

    [Test]
    public async Task Concat_LeavesBothAsTheyWere()
    {
        InputList<string> first = "a";
        InputList<string> second = "b";
        var both = first.Concat(second);

        Assert.Multiple(async () =>
        {
            Assert.That(await ValuesAsync(both), Is.EqualTo(Expected));
            Assert.That(await ValuesAsync(first), Is.EqualTo(new[] { "a" }));
        });
    }

    [Test]
    public async Task AddRange_Appends()
    {
        InputList<string> list = "a";
        list.AddRange(new[] { "b", "c" });

        Assert.That(await ValuesAsync(list), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public async Task DefaultArray_StaysDefault()
    {
        InputList<string> list = Output.Create(default(ImmutableArray<string>));

        Assert.That((await OutputUtilities.GetValueAsync(list.ToOutput())).IsDefault, Is.True);
    }

    [Test]
    public void Enumeration_IsNotSupported()
        => Assert.That(() => ((IEnumerable)new InputList<string>()).GetEnumerator(), Throws.TypeOf<NotSupportedException>());

    [Test]
    public async Task AsyncEnumeration_GivesTheElements()
    {
        InputList<string> list = Expected;
        var values = new List<string>();
        await foreach (var value in list)
            values.Add(await OutputUtilities.GetValueAsync(value.ToOutput()));

        Assert.That(values, Is.EqualTo(Expected));
    }

    [Test]
    public async Task UnionElements_AreAddedFromEitherType()
    {
        var list = new InputList<Union<string, int>>();
        list.Add((Input<string>)"a");
        list.Add((Input<int>)1);

        Assert.That(
            (await OutputUtilities.GetValueAsync(list.ToOutput())).Select(union => union.Value), Is.EqualTo(new object[] { "a", 1 }));
    }

    private static async Task<ImmutableArray<string>> ValuesAsync(InputList<string> list)
        => await OutputUtilities.GetValueAsync(list.ToOutput());
}
