namespace ReleaseInfra.Cli.Azure.Resources;

/// <summary>The resource group that an environment stands in, and the ids of what a release touches in it.</summary>
internal sealed record AzureGroup(string Subscription, string Name)
{
    public string Path => $"/subscriptions/{Subscription}/resourceGroups/{Name}";

    public AzureId ContainerApp(string name) => new(Path, "Microsoft.App/containerApps", name);

    public AzureId Job(string name) => new(Path, "Microsoft.App/jobs", name);

    public AzureId DatabaseServer(string name) => new(Path, "Microsoft.DBforPostgreSQL/flexibleServers", name);

    public AzureId Site(string name) => new(Path, "Microsoft.Web/sites", name);
}

/// <param name="Group">The group's path.</param>
/// <param name="Type">As in <c>Microsoft.App/containerApps</c>.</param>
internal sealed record AzureId(string Group, string Type, string Name)
{
    public string Path => $"{Group}/providers/{Type}/{Name}";

    public override string ToString() => Path;
}
