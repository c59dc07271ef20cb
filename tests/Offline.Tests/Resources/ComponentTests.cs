using Pulumi;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Resources;

internal sealed class ComponentTests
{
    [Test]
    public async Task RegisterOutputs_EveryForm_IsTaken()
        => Assert.That(
            await Run.UpdateAsync(() =>
            {
                _ = new Registering("dictionary", self => self.Register(new Dictionary<string, object?> { ["a"] = 1 }));
                _ = new Registering("task", self => self.Register(
                    Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["a"] = null })));
                _ = new Registering("output", self => self.Register(
                    Output.Create<IDictionary<string, object?>>(new Dictionary<string, object?> { ["a"] = Output.Create(1) })));
                _ = new Registering("properties", self => self.RegisterProperties());
            }),
            Has.Length.EqualTo(4));

    [Test]
    public async Task RegisterOutputs_ValueThatCannotBe_FailsTheRun()
        => Assert.That(
            await Run.FailureAsync(() => new Registering(
                "r", self => self.Register(new Dictionary<string, object?> { ["a"] = 1L }))),
            Does.Contain("System.Int64 is not a supported argument type."));

    [Test]
    public async Task RegisterOutputs_FailedOutput_FailsTheRun()
        => Assert.That(
            await Run.FailureAsync(() => new Registering(
                "r",
                self => self.Register(new Dictionary<string, object?>
                {
                    ["a"] = Output.Create(Task.FromException<int>(new FormatException("no such number"))),
                }))),
            Does.Contain("no such number"));

    [Test]
    public async Task Rejects_OutputPropertyOfAnotherType()
        => Assert.That(
            await Run.FailureAsync(() => new Mistyped("m")),
            Does.Contain("have incorrect type. [Output] attributed properties must be instances of Output<T>."));

    [Test]
    public async Task Rejects_OutputOfATypeWithoutValues()
        => Assert.That(await Run.FailureAsync(() => new Unserialisable("u")), Does.Contain("contains invalid type System.Int64"));

    private sealed class Registering : ComponentResource
    {
        public Registering(string name, Action<Registering> register)
            : base("test:index:Registering", name)
        {
            Done = Output.Create(true);
            register(this);
        }

        [Output]
        public Output<bool> Done { get; private set; }

        public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

        public void Register(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

        public void Register(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

        public void RegisterProperties() => RegisterOutputs();
    }

    private sealed class Mistyped(string name) : ComponentResource("test:index:Mistyped", name)
    {
        [Output("text")]
        public string Text { get; private set; } = "";
    }

    private sealed class Unserialisable(string name) : ComponentResource("test:index:Unserialisable", name)
    {
        [Output("big")]
        public Output<long> Big { get; private set; } = null!;
    }
}
