using ReleaseInfra.Cli.Azure.ContainerApps;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>Azure reports success for a revision that never starts: only health says that it runs.</summary>
internal static class RevisionReadiness
{
    private const string Failed = "Failed";

    public static Readiness Of(string name, RevisionState? revision)
    {
        if (revision is null)
            return new NotReadyYet($"There is no revision {name} yet.");
        if (Is(revision.ProvisioningState, Failed))
            return new NeverReady($"{name} could not be provisioned{(revision.ProvisioningError is { } error ? $": {error.TrimEnd('.')}" : "")}.");
        if (!revision.Active)
            return new NeverReady($"{name} is not active.");
        return Is(revision.ProvisioningState, "Provisioned") && Is(revision.Health, "Healthy")
            ? new IsReady()
            : new NotReadyYet($"{name} is {revision.ProvisioningState ?? "not provisioned"}, its health {revision.Health ?? "not known"}.");
    }

    private static bool Is(string? word, string expected) => expected.Equals(word, StringComparison.OrdinalIgnoreCase);
}
