using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks;

/// <summary>Something that an environment insists on, whatever its configuration says.</summary>
/// <param name="Text">The end of a sentence that begins with the environment's name.</param>
internal sealed record Demand(bool Met, string Text)
{
    /// <summary>What runs there is what was tested before: images come from a registry, and are not built on the way.</summary>
    public static Demand NothingBuilt(EnvironmentSettings settings) => new(
        settings.Services.Values.All(service => service.Build is null) && settings.Migration?.Build is null,
        "builds no images: remove 'build' from its services, and promote the images that were tested");

    /// <exception cref="RunException">Lists every demand that is not met.</exception>
    public static void AllMet(StackName stack, IEnumerable<Demand> demands)
    {
        var unmet = demands.Where(demand => !demand.Met).Select(demand => $"- {stack} {demand.Text}.").ToArray();
        if (unmet.Length > 0)
            throw new RunException($"The settings of {stack} are not for {stack}:\n{string.Join('\n', unmet)}");
    }
}
