using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program against mocks.</summary>
internal sealed class MockDeployment
{
    // The published runner's code for "the error has been told already".
    private const int ExitCodeAfterLoggedError = 32;

    private readonly ResourceRegistration _registration;
    private Stack? _stack;

    public MockDeployment(IMocks mocks, TestOptions options)
    {
        ProjectName = options.ProjectName ?? "project";
        StackName = options.StackName ?? "stack";
        OrganizationName = options.OrganizationName ?? "organization";
        IsDryRun = options.IsPreview ?? true;
        _registration = new ResourceRegistration(this, mocks);
        Functions = new FunctionCalls(mocks);
    }

    public string ProjectName { get; }

    public string StackName { get; }

    public string OrganizationName { get; }

    public bool IsDryRun { get; }

    public ConfigurationValues Configuration { get; } = ConfigurationValues.FromEnvironment();

    public EngineLog Log { get; } = new();

    public RunningTasks Tasks { get; } = new();

    public RegisteredResources Resources { get; } = new();

    public FunctionCalls Functions { get; }

    public Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => _stack = value;
    }

    /// <exception cref="RunException">One error was logged or thrown.</exception>
    /// <exception cref="AggregateException">Several were.</exception>
    public async Task RunAsync(Func<Stack> createStack)
    {
        try
        {
            createStack().RegisterPropertyOutputs();
        }
        catch (Exception error)
        {
            Fail(error);
        }

        foreach (var error in await Tasks.WaitForAllAsync())
            Fail(error);
        Log.ThrowIfErrors();
    }

    public void Register(Resource resource, ResourceArgs args, ResourceOptions options)
        => Tasks.Add(_registration.RegisterAsync(resource, args, options));

    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => Tasks.Add(ResourceRegistration.RegisterOutputsAsync(resource, outputs));

    private void Fail(Exception error)
    {
        Environment.ExitCode = ExitCodeAfterLoggedError;
        Log.Error(error switch
        {
            RunException => error.Message,
            ResourceException { HideStack: true } => error.Message,
            ResourceException => error.ToString(),
            _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{error}",
        });
    }
}
