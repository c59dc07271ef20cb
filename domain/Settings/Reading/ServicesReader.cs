using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class ServicesReader
{
    private enum ServiceHost
    {
        ContainerApps,
        AppService,
    }

    private static readonly Key<ServiceHost> Host =
        new("host", Form.Choice(("container-apps", ServiceHost.ContainerApps), ("app-service", ServiceHost.AppService)));

    private static readonly KeyTable ContainerAppKeys = new([Host, .. ContainerAppReader.Keys]);
    private static readonly KeyTable AppServiceKeys = new([Host, .. AppServiceReader.Keys]);

    public static readonly EntriesKey Key = new("services", Texts.ServiceName, ContainerAppKeys, AppServiceKeys);

    public static IReadOnlyList<ReadService> Read(Section parent)
    {
        List<ReadService> services = [];
        foreach (var (name, section) in parent.Open(Key))
        {
            if (name == MigrationReader.Name)
                parent.Problems.Add(NameProblems.ReservedServiceName(Place.Of(section.Node), name));
            services.Add(new ReadService(name, ReadOne(name, section), section));
        }

        return services;
    }

    // Without a host nothing else about the service can be judged: each host has its own keys.
    private static ServiceSettings? ReadOne(string name, Section section)
    {
        var host = section.Read(Host);
        if (!section.AreSound(Host))
            return null;
        return host == ServiceHost.ContainerApps
            ? ContainerAppReader.Read(name, section.Accept(ContainerAppKeys))
            : AppServiceReader.Read(name, section.Accept(AppServiceKeys));
    }
}
