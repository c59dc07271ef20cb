using System.Globalization;

namespace ReleaseInfra.Rehearsal.Sample;

/// <summary>What a sample application knows of itself, from its environment.</summary>
/// <param name="Tag">Empty where it was given none.</param>
/// <param name="Revision">The revision's name, or what else tells it from the other versions.</param>
internal sealed record SampleIdentity(int Port, string HealthPath, string Tag, string Revision)
{
    public const string UsualHealthPath = "/api/health";

    /// <exception cref="RehearsalException">There is no port.</exception>
    public static SampleIdentity Of(IReadOnlyDictionary<string, string> environment)
    {
        var stated = environment.GetValueOrDefault("PORT");
        if (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            throw RehearsalException.NoPort(stated);

        return new SampleIdentity(
            port,
            environment.GetValueOrDefault("HEALTH_PATH", UsualHealthPath),
            environment.GetValueOrDefault("RELEASE_TAG", ""),
            environment.GetValueOrDefault("CONTAINER_APP_REVISION") ?? environment.GetValueOrDefault("WEBSITE_HOSTNAME", ""));
    }
}
