using System.Text.Json;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>All of an environment's settings as text: records with collections are equal only by reference.</summary>
internal static class Values
{
    public static string Of(EnvironmentSettings settings) => JsonSerializer.Serialize(
        new
        {
            Settings = settings,
            Services = settings.Services.Values.Select(service => (object)service),
            Secrets = settings.Services.Values.SelectMany(service => service.Secrets.Values).Select(secret => (object)secret),
            Cache = (object)settings.Cache,
            Network = (object)settings.Network,
            Release = settings.Release.Services.Values.Select(release => (object)release),
        });
}
