using System.Collections.Immutable;
using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using Pulumi.AzureNative.KeyVault;
using Pulumi.AzureNative.KeyVault.Inputs;
using ResourceGroup = Pulumi.AzureNative.Resources.ResourceGroup;
using ResourceGroupArgs = Pulumi.AzureNative.Resources.ResourceGroupArgs;

namespace ReleaseInfra.Release.Tests.Engine.Local;

/// <summary>A group, and a component with a secret and an app under a component of its own.</summary>
internal sealed class SmallStack : Stack
{
    public const string ClearSecret = "clear-7f3a";

    public SmallStack(StackOptions options)
        : base(options)
    {
        var group = new ResourceGroup("group", new ResourceGroupArgs { ResourceGroupName = "rg-small" });
        _ = new Outer(group);
    }

    private sealed class Outer : ComponentResource
    {
        public Outer(ResourceGroup group)
            : base("release-infra:test:Outer", "outer", new ComponentResourceOptions { Protect = true })
        {
            var secret = new Secret(
                "secret",
                new Pulumi.AzureNative.KeyVault.SecretArgs
                {
                    ResourceGroupName = group.Name,
                    VaultName = "kv",
                    SecretName = "url",
                    Properties = new SecretPropertiesArgs { Value = Output.CreateSecret(ClearSecret) },
                },
                new CustomResourceOptions { Parent = this });
            _ = new Inner(this, group, secret);
            RegisterOutputs();
        }
    }

    private sealed class Inner : ComponentResource
    {
        public Inner(Resource parent, ResourceGroup group, Secret secret)
            : base("release-infra:test:Inner", "inner", new ComponentResourceOptions { Parent = parent })
        {
            _ = new ContainerApp(
                "app",
                new ContainerAppArgs
                {
                    ResourceGroupName = group.Name,
                    ContainerAppName = "app-small",
                    EnvironmentId = "/env",
                    Tags = { ["team"] = "shop" },
                    Configuration = new ConfigurationArgs { ActiveRevisionsMode = ActiveRevisionsMode.Multiple },
                    Template = new TemplateArgs
                    {
                        RevisionSuffix = secret.Properties.Apply(properties => properties.SecretUriWithVersion is null ? "no" : "yes"),
                        Scale = new ScaleArgs { MinReplicas = 2 },
                        Containers =
                        {
                            new ContainerArgs
                            {
                                Name = "main",
                                Resources = new ContainerResourcesArgs { Cpu = 0.5 },
                                Env = { new EnvironmentVarArgs { Name = "TOKEN", Value = Output.CreateSecret(ClearSecret) } },
                            },
                        },
                    },
                },
                new CustomResourceOptions { Parent = this, DependsOn = { secret }, IgnoreChanges = { "tags" } });
            RegisterOutputs();
        }
    }
}
