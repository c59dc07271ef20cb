using ReleaseInfra.Cli.Runs;

namespace ReleaseInfra.Release.Tests.Runs;

public sealed class HoldsTests
{
    private readonly List<string> _given = [];

    [SetUp]
    public void Clear() => _given.Clear();

    [Test]
    public async Task Dispose_GivesBackInTheReverseOrder_Once()
    {
        var holds = new Holds();
        var first = holds.Hold(new Held("lock", _given));
        holds.Hold(new Held("journal", _given));

        await holds.DisposeAsync();
        await holds.DisposeAsync();

        Assert.That(first.Name, Is.EqualTo("lock"));
        Assert.That(_given, Is.EqualTo(new[] { "journal", "lock" }));
    }

    // A lock that stays would stop the next release.
    [Test]
    public void Dispose_WhereOneCannotBeGivenBack_GivesBackTheOthers()
    {
        var holds = new Holds();
        holds.Hold(new Held("lock", _given));
        holds.Hold(new Held("journal", _given) { Fails = true });
        holds.Hold(new Held("post", _given));

        Assert.That(async () => await holds.DisposeAsync(), Throws.TypeOf<IOException>().With.Message.EqualTo("journal"));
        Assert.That(_given, Is.EqualTo(new[] { "post", "lock" }));
    }

    private sealed class Held(string name, List<string> given) : IAsyncDisposable
    {
        public string Name => name;

        public bool Fails { get; init; }

        public ValueTask DisposeAsync()
        {
            if (Fails)
                throw new IOException(name);
            given.Add(name);
            return ValueTask.CompletedTask;
        }
    }
}
