using Pulumi;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.Local.Locking;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using ResourceGroup = Pulumi.AzureNative.Resources.ResourceGroup;
using ResourceGroupArgs = Pulumi.AzureNative.Resources.ResourceGroupArgs;

namespace ReleaseInfra.Release.Tests.Engine.Contract;

internal sealed class LocalSubject : IEngineSubject
{
    private readonly TemporaryWorkspace _workspace = new();

    public LocalSubject()
    {
        Settings = ContractSettings.Of(_workspace);
        Engine = new LocalEngine(new LocalEngineOptions(
            _workspace.Folder,
            "release-infra",
            _ => "{}",
            (_, options, mocks, test) => Deployment.TestWithServiceProviderAsync<ContractStack>(mocks, new Provider(options, this), test),
            new SecretKeyFile(_workspace.PathOf("profile")),
            CommandLineRun.Machine(_workspace),
            TimeProvider.System));
    }

    public IStackEngine Engine { get; }

    public EnvironmentSettings Settings { get; }

    public IReadOnlyList<ContractResource> Declared { get; set; } = [];

    public void Prepare()
    {
    }

    public void ExpectInterrupt()
    {
    }

    public void Interrupt()
    {
    }

    public async Task<IAsyncDisposable> UpdateElsewhereAsync() => await StackLock.TakeAsync(
        new StackFolder(_workspace.Folder, "dev"),
        new LockHolder(42, "build-7", "up", new DateTimeOffset(2026, 11, 2, 8, 30, 0, TimeSpan.Zero)),
        TimeProvider.System,
        CancellationToken.None);

    public void Dispose() => _workspace.Dispose();

    private sealed class Provider(StackOptions options, LocalSubject subject) : IServiceProvider
    {
        public object GetService(Type serviceType) => new ContractStack(options, subject.Declared);
    }

    private sealed class ContractStack : Stack
    {
        public ContractStack(StackOptions options, IReadOnlyList<ContractResource> declared)
            : base(options)
        {
            foreach (var (name, team) in declared)
                _ = new ResourceGroup(name, new ResourceGroupArgs { ResourceGroupName = $"rg-{name}", Tags = { ["team"] = team } });
            Count = Output.Create($"{declared.Count} groups");
            Password = Output.CreateSecret(ContractResource.ClearSecret);
        }

        [Output("count")]
        public Output<string> Count { get; set; }

        [Output("password")]
        public Output<string> Password { get; set; }
    }
}
