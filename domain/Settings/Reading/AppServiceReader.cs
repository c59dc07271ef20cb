using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class AppServiceReader
{
    private static readonly Key<string> Image = new("image", Texts.ImageName);
    private static readonly Key<int> Port = new("port", Form.Whole(1, 65535));
    private static readonly Key<string> HealthPath = new("healthPath", Texts.HttpPath);

    public static readonly ImmutableArray<Key> Keys =
        [Image, Port, HealthPath, VariablesReader.Variables, VariablesReader.Secrets, BuildReader.Key, SmokeTestsReader.Key];

    public static AppServiceSettings Read(string name, Section section) => new()
    {
        Name = name,
        Image = section.Read(Image),
        Port = section.Read(Port),
        HealthPath = section.Read(HealthPath),
        Variables = VariablesReader.ReadOfSite(section, out var secrets),
        Secrets = secrets,
        Build = BuildReader.Read(section),
        SmokeTests = section.Read(SmokeTestsReader.Key),
    };
}
