using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Takes a resource from its arguments through the mocks to its outputs.</summary>
internal sealed class ResourceRegistration(MockDeployment deployment, IMocks mocks)
{
    /// <summary>Ends with every output of the resource settled, with a value or with the error that it throws.</summary>
    public async Task RegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            var answer = await AskAsync(resource, args, options);
            resource.Outputs.Settle(resource, answer, isPreview: deployment.IsDryRun);
        }
        catch (Exception error)
        {
            resource.Outputs.Fail(error);
            throw;
        }
    }

    /// <summary>Nothing is kept of them: mocks are not told, but an error in one is an error of the run.</summary>
    public static async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        await resource.Urn.State.GetDataAsync();
        if (await outputs.GetValueAsync(whenUnknown: null!) is not { } values)
            return;

        var serializer = new Serializer("monitor.registerResourceOutputs(...)");
        foreach (var (name, value) in values)
            await serializer.SerializePropertyAsync(name, value);
    }

    private async ValueTask<ResourceAnswer> AskAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var id = await ReadIdAsync(resource, options);
        var inputs = await InputsAsync(resource, args, options);
        var urn = await UrnAsync(resource, options);
        var isStack = resource.GetResourceType() == Stack.TypeToken;
        var provider = resource is CustomResource ? await ProviderResource.ReferenceAsync(options.Provider) : "";

        // A resource that is read is there once its mock has answered, one that is made is there before it is asked.
        if (id is null)
            deployment.Resources.Add(resource);
        if (isStack)
            return new ResourceAnswer(urn, Id: null, []);

        var importId = (options as CustomResourceOptions)?.ImportId ?? "";
        var (newId, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Inputs = inputs,
            Provider = provider,
            Id = id ?? importId,
        });
        if (id is not null)
            deployment.Resources.Add(resource);
        return new ResourceAnswer(urn, id ?? newId ?? importId, await MockState.ReadAsync(state));
    }

    private static async ValueTask<string?> ReadIdAsync(Resource resource, ResourceOptions options)
    {
        if (options.Id is null)
            return null;

        var id = await options.Id.ToOutput().GetValueAsync(whenUnknown: "");
        if (string.IsNullOrEmpty(id))
            return null;
        return resource is CustomResource
            ? id
            : throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
    }

    private static async ValueTask<ImmutableDictionary<string, object>> InputsAsync(
        Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var serializer = new Serializer($"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]");
        if (options.HasDependencies)
            serializer.Dependencies.UnionWith(await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []));

        var inputs = await ArgumentValues.ReadAsync(
            serializer, args, static name => name is not (Constants.Id or Constants.Urn));
        await DependencyWait.ForAsync(serializer.Dependencies);
        return inputs.Known;
    }

    // As the published mocks name resources: the stack is part of the type, and of nested parents only the outermost.
    private async ValueTask<string> UrnAsync(Resource resource, ResourceOptions options)
    {
        var type = resource.GetResourceType();
        var parent = options.Parent ?? (type == Stack.TypeToken ? null : deployment.Stack);
        if (parent is not null)
        {
            var parentUrn = await parent.Urn.GetValueAsync(whenUnknown: "");
            type = $"{parentUrn.Split("::")[2].Split('$')[0]}${type}";
        }

        return $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::{type}::{resource.GetResourceName()}";
    }
}
