using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> AmbientInstance = new();

    private Deployment()
    {
    }

    /// <exception cref="InvalidOperationException">No deployment is running here.</exception>
    public static DeploymentInstance Instance
        => AmbientInstance.Value
            ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static MockDeployment Current => Instance.Deployment;

    internal static bool TryGetCurrent([NotNullWhen(true)] out MockDeployment? deployment)
    {
        deployment = AmbientInstance.Value?.Deployment;
        return deployment is not null;
    }

    /// <summary>The deployment, if one is running here, does not end before the task, and fails with it.</summary>
    internal static void Watch(Task task)
    {
        if (TryGetCurrent(out var deployment))
            deployment.Tasks.Add(task);
    }
}
