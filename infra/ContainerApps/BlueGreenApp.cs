using System.Collections.Immutable;
using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>A service with two revisions side by side, and traffic weighed between them.</summary>
/// <remarks>
/// The template is the newest slot's; the other slot is a revision that Azure keeps and that traffic names. So moving
/// traffic never touches the template, and a new tag touches nothing else.
/// </remarks>
public sealed class BlueGreenApp : ComponentResource
{
    // Azure deletes the oldest inactive revisions above this number. A rollback needs its target to be there still.
    private const int InactiveRevisions = 20;

    private readonly BlueGreenAppArgs _args;
    private readonly ContainerAppSettings _settings;
    private readonly IngressSettings _ingress;
    private readonly ServiceIdentity _identity;

    public BlueGreenApp(string name, BlueGreenAppArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:containerApps:BlueGreenApp", name, options)
    {
        _args = args;
        _settings = args.Settings;
        _ingress = _settings.Ingress
            ?? throw new ArgumentException(
                $"{_settings.Name} has no ingress, so no traffic can be weighed: it is a worker.", nameof(args));
        var newest = args.Release[args.Release.Newest];
        var tag = newest.Tag
            ?? throw new ArgumentException(
                $"{_settings.Name}: newest is {args.Release.Newest.Name()}, which has no tag.", nameof(args));

        var platform = args.Host.Platform;
        var appName = platform.Placement.Names.ContainerApp(_settings.Name);
        Traffic = TrafficShare.Of(appName, args.Release);
        AppName = appName.Value;

        _identity = new ServiceIdentity(name, platform, readsSecrets: !_settings.Secrets.IsEmpty, parent: this);
        var variables = ServiceVariables.Of(
            _settings.Name,
            _settings.Variables,
            _settings.Secrets,
            tag,
            RevisionNames.Full(appName, args.Release.Newest, tag, newest.Revision));
        _ = new ContainerApp(
            name,
            new ContainerAppArgs
            {
                ContainerAppName = AppName,
                ResourceGroupName = platform.Placement.ResourceGroup,
                Location = platform.Placement.Location,
                Tags = platform.Placement.Tags,
                EnvironmentId = args.Host.EnvironmentId,
                WorkloadProfileName = ContainerEnvironment.WorkloadProfile,
                Identity = AppParts.Identity(_identity),
                Configuration = Configuration(variables),
                Template = Template(variables, tag, newest.Revision),
            },
            AppParts.Options(platform, _identity, this));

        // From the environment's domain and not the app's own output: it stays known while the app is being changed.
        var host = _ingress.External ? AppName : $"{AppName}.internal";
        Url = Output.Format($"https://{host}.{args.Host.DefaultDomain}");
        RegisterOutputs();
    }

    [Output("url")]
    public Output<string> Url { get; private set; }

    public string AppName { get; }

    public ImmutableArray<TrafficShare> Traffic { get; }

    private ConfigurationArgs Configuration(ServiceVariables variables) => new()
    {
        ActiveRevisionsMode = ActiveRevisionsMode.Multiple,
        MaxInactiveRevisions = InactiveRevisions,
        IdentitySettings = AppParts.Lifecycle(_identity),
        Registries = AppParts.Registry(_args.Host.Platform, _identity),
        Secrets = ContainerSecrets.Of(_settings.Name, variables, _args.Host.Platform.Secrets, _identity),
        Ingress = new IngressArgs
        {
            External = _ingress.External,
            TargetPort = _ingress.Port,
            Transport = IngressTransportMethod.Auto,
            AllowInsecure = false,
            Traffic = Traffic
                .Select(share => new TrafficWeightArgs
                {
                    RevisionName = share.Revision,
                    Label = share.Slot.Name(),
                    Weight = share.Weight,
                    LatestRevision = false,
                })
                .ToArray(),
        },
    };

    private TemplateArgs Template(ServiceVariables variables, ImageTag tag, int revision) => new()
    {
        RevisionSuffix = RevisionNames.Suffix(_args.Release.Newest, tag, revision),
        Scale = ReplicaScale.ByRequests(_settings.Replicas, _ingress),
        Containers = new ContainerArgs
        {
            Name = _settings.Name,
            Image = _args.Host.Platform.Images.Reference($"{_settings.Name}-image", _settings.Image, tag, _settings.Build, this),
            Resources = AppParts.Resources(_settings.Compute),
            Env = ContainerVariables.Of(variables),
            Probes = HealthProbes.Of(_ingress),
        },
    };
}
