using Pulumi;

namespace ReleaseInfra.Infra.Network;

/// <param name="Purpose">One word, part of names.</param>
/// <param name="SubnetId">Where the private address is taken from.</param>
/// <param name="ServiceId">What the address leads to.</param>
public sealed record PrivateLinkArgs(
    Placement Placement,
    string Purpose,
    PrivateLinkKind Kind,
    Output<string> NetworkId,
    Output<string> SubnetId,
    Output<string> ServiceId);
