using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class ContainerAppReader
{
    private static readonly Key<string> Image = new("image", Texts.ImageName);

    public static readonly ImmutableArray<Key> Keys =
    [
        Image,
        IngressReader.Key,
        ComputeReader.Cpu,
        ComputeReader.MemoryGi,
        ReplicasReader.Key,
        VariablesReader.Variables,
        VariablesReader.Secrets,
        BuildReader.Key,
        SmokeTestsReader.Key,
    ];

    public static ContainerAppSettings Read(string name, Section section) => new()
    {
        Name = name,
        Image = section.Read(Image),
        Ingress = IngressReader.Read(section),
        Compute = ComputeReader.Read(section),
        Replicas = ReplicasReader.Read(section, hasIngress: section.Has(IngressReader.Key)),
        Variables = VariablesReader.ReadOfContainerApp(section, out var secrets),
        Secrets = secrets,
        Build = BuildReader.Read(section),
        SmokeTests = SmokeTestsReader.ReadOfContainerApp(section),
    };
}
