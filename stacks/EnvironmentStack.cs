using System.Collections.Immutable;
using Pulumi;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Composition;

namespace ReleaseInfra.Stacks;

/// <summary>
/// One environment. All have the same shape; a class of its own states what an environment does not put up with.
/// </summary>
public abstract class EnvironmentStack : Stack
{
    /// <exception cref="RunException">
    /// The settings are another environment's, or demands are not met: all of them are listed.
    /// </exception>
    private protected EnvironmentStack(
        StackName name, EnvironmentSettings settings, IEnumerable<Demand> demands, StackOptions? options)
        : base(options)
    {
        if (settings.Stack != name)
            throw new RunException($"The {name} stack was given the settings of {settings.Stack}.");
        Demand.AllMet(name, demands);

        var environment = ComposedEnvironment.Of(settings);
        ResourceGroup = environment.Foundation.Placement.ResourceGroup;
        TelemetryWorkspace = environment.Foundation.Telemetry.WorkspaceKey;
        RegistryServer = environment.Data.Registry.LoginServer;
        Urls = Together(environment.Services.Urls);
        ContainerApps = Output.Create(environment.Services.ContainerApps);
    }

    [Output("resourceGroup")]
    public Output<string> ResourceGroup { get; private set; }

    /// <summary>The GUID that queries name the workspace by: a release's gates ask it.</summary>
    [Output("telemetryWorkspace")]
    public Output<string> TelemetryWorkspace { get; private set; }

    [Output("registryServer")]
    public Output<string> RegistryServer { get; private set; }

    /// <summary>By service; workers have none.</summary>
    [Output("urls")]
    public Output<ImmutableDictionary<string, string>> Urls { get; private set; }

    /// <summary>By service on Container Apps: <c>app</c>, its name, and by slot the revision that traffic names.</summary>
    [Output("containerApps")]
    public Output<ImmutableDictionary<string, ImmutableDictionary<string, string>>> ContainerApps { get; private set; }

    private static Output<ImmutableDictionary<string, string>> Together(ImmutableDictionary<string, Output<string>> values) =>
        Output
            .All(values.Select(value => value.Value.Apply(text => KeyValuePair.Create(value.Key, text))))
            .Apply(pairs => pairs.ToImmutableDictionary());
}
