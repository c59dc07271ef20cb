using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Migrations;

/// <summary>The versions that traffic could go to by a change of weights alone: those in the slots.</summary>
internal static class RollbackWindow
{
    public static IEnumerable<ImageTag> Of(ReleaseSettings release) => release.Services.Values.SelectMany(Tags).Distinct();

    private static IEnumerable<ImageTag> Tags(ServiceRelease service) => service switch
    {
        BlueGreenRelease slots => new[] { slots.Blue.Tag, slots.Green.Tag }.OfType<ImageTag>(),
        RollingRelease rolling => [rolling.Tag],
        _ => throw new InvalidOperationException($"{service.GetType().Name} is no known way to release."),
    };
}
