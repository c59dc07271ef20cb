using Pulumi;
using Pulumi.AzureNative.Network;
using Pulumi.AzureNative.Network.Inputs;
using SecurityGroupArgs = Pulumi.AzureNative.Network.NetworkSecurityGroupArgs;
using SecurityGroupReference = Pulumi.AzureNative.Network.Inputs.NetworkSecurityGroupArgs;
using SecurityRuleArgs = Pulumi.AzureNative.Network.Inputs.SecurityRuleArgs;
using SubnetArgs = Pulumi.AzureNative.Network.SubnetArgs;
using VirtualNetworkArgs = Pulumi.AzureNative.Network.VirtualNetworkArgs;

namespace ReleaseInfra.Infra.Network;

/// <summary>The environment's own network: a subnet for each kind of thing that Azure places into it.</summary>
public sealed class PrivateNetwork : ComponentResource
{
    private readonly string _name;
    private readonly PrivateNetworkArgs _args;
    private readonly VirtualNetwork _network;
    private Subnet? _previous;

    public PrivateNetwork(string name, PrivateNetworkArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:network:PrivateNetwork", name, options)
    {
        _name = name;
        _args = args;
        var placement = args.Placement;
        _network = new VirtualNetwork(
            name,
            new VirtualNetworkArgs
            {
                VirtualNetworkName = placement.Names.VirtualNetwork.Value,
                ResourceGroupName = placement.ResourceGroup,
                Location = placement.Location,
                Tags = placement.Tags,
                AddressSpace = new AddressSpaceArgs { AddressPrefixes = args.Settings.AddressSpace },
            },
            new CustomResourceOptions { Parent = this });

        var apps = Subnet("apps", args.Settings.AppsSubnet, DelegatedTo("Microsoft.App/environments"));
        var sites = Subnet("sites", args.Settings.SitesSubnet, DelegatedTo("Microsoft.Web/serverFarms"));
        var database = Subnet("database", args.Settings.DatabaseSubnet, DatabaseSubnet());
        var endpoints = Subnet("endpoints", args.Settings.EndpointsSubnet, EndpointsSubnet());

        Id = _network.Id;
        AppsSubnetId = apps.Id;
        SitesSubnetId = sites.Id;
        DatabaseSubnetId = database.Id;
        EndpointsSubnetId = endpoints.Id;
        DatabaseZoneId = new LinkedZone($"{name}-database", placement.Names.DatabaseZone, placement, _network.Id, this).Id;
        RegisterOutputs();
    }

    [Output("id")]
    public Output<string> Id { get; private set; }

    public Output<string> AppsSubnetId { get; }

    public Output<string> SitesSubnetId { get; }

    public Output<string> DatabaseSubnetId { get; }

    public Output<string> EndpointsSubnetId { get; }

    /// <summary>Known once the network is linked to the zone.</summary>
    public Output<string> DatabaseZoneId { get; }

    private static SubnetArgs DelegatedTo(string service) =>
        new() { Delegations = new DelegationArgs { Name = "delegation", ServiceName = service } };

    private SubnetArgs DatabaseSubnet()
    {
        var subnet = DelegatedTo("Microsoft.DBforPostgreSQL/flexibleServers");
        // The server writes its backups to Azure Storage; without the service endpoint they leave over the internet.
        subnet.ServiceEndpoints = new ServiceEndpointPropertiesFormatArgs { Service = "Microsoft.Storage" };
        subnet.NetworkSecurityGroup = Guard("database", InboundRules.ToDatabase(_args.Settings));
        return subnet;
    }

    private SubnetArgs EndpointsSubnet() => new()
    {
        NetworkSecurityGroup = Guard("endpoints", InboundRules.ToEndpoints(_args.Settings)),
        // Off by default: security groups then let everything through to private endpoints.
        PrivateEndpointNetworkPolicies = VirtualNetworkPrivateEndpointNetworkPolicies.NetworkSecurityGroupEnabled,
    };

    private SecurityGroupReference Guard(string purpose, SecurityRuleArgs[] rules)
    {
        var group = new NetworkSecurityGroup(
            $"{_name}-{purpose}-guard",
            new SecurityGroupArgs
            {
                NetworkSecurityGroupName = _args.Placement.Names.SecurityGroup(purpose).Value,
                ResourceGroupName = _args.Placement.ResourceGroup,
                Location = _args.Placement.Location,
                Tags = _args.Placement.Tags,
                SecurityRules = rules,
            },
            new CustomResourceOptions { Parent = this });
        return new SecurityGroupReference { Id = group.Id };
    }

    private Subnet Subnet(string purpose, string range, SubnetArgs subnet)
    {
        subnet.SubnetName = _args.Placement.Names.Subnet(purpose).Value;
        subnet.VirtualNetworkName = _network.Name;
        subnet.ResourceGroupName = _args.Placement.ResourceGroup;
        subnet.AddressPrefix = range;
        var options = new CustomResourceOptions { Parent = this };
        // A network takes one change at a time and refuses the second, so each subnet waits for the one before.
        if (_previous is not null)
            options.DependsOn = _previous;
        _previous = new Subnet($"{_name}-{purpose}", subnet, options);
        return _previous;
    }
}
