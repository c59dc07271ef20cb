using System.Collections.Concurrent;
using Azure.Core;
using ReleaseInfra.Cli.Azure.Calls;

namespace ReleaseInfra.Cli.Azure.Registry;

/// <summary>Calls of the environment's registry, with a login for each repository.</summary>
internal sealed class RegistryLogins(AzureConnectionOptions options)
{
    private readonly AzureEndpoint _registry = AzureEndpoint.Registry(options.Hosts.Registry);
    private readonly ConcurrentDictionary<string, AzureCalls> _calls = new(StringComparer.Ordinal);

    public AzureCalls ToPull(string repository) => _calls.GetOrAdd(repository, name =>
    {
        var login = AzurePipeline.WithoutLogin(options.Transport.Pipeline, options.Log, options.Time);
        return Calls(AzurePipeline.Of(
            options.Transport.Pipeline,
            new RegistryCredential(_registry, options.Credential, Calls(login), options.Time),
            $"repository:{name}:pull",
            options.Log,
            options.Time));
    });

    private AzureCalls Calls(global::Azure.Core.Pipeline.HttpPipeline pipeline) => new(_registry.Address, pipeline, options.Time);
}
