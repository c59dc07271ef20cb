namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>The parts that templates share.</summary>
internal static class CallPaths
{
    public const string Subscription = "/subscriptions/{subscription}";
    public const string Group = Subscription + "/resourceGroups/{group}";
    public const string Apps = Group + "/providers/Microsoft.App/containerApps";
    public const string App = Apps + "/{app}";
    public const string Jobs = Group + "/providers/Microsoft.App/jobs";
    public const string Job = Jobs + "/{job}";
    public const string Servers = Group + "/providers/Microsoft.DBforPostgreSQL/flexibleServers";
    public const string Server = Servers + "/{server}";
    public const string Sites = Group + "/providers/Microsoft.Web/sites";
    public const string Site = Sites + "/{site}";
}
