using Pulumi;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Stacks;

/// <summary>What the Pulumi engine starts.</summary>
internal static class EngineProgram
{
    private const int Failed = 1;

    /// <param name="stackName">As the engine gives it in PULUMI_STACK; null where no engine started the program.</param>
    /// <param name="errors">Where the program may speak: its output stream is the engine's.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string? stackName, string folder, TextWriter errors)
    {
        await errors.WriteLineAsync($"Pulumi SDK: {SdkBuild.Name}");
        try
        {
            // Without a stack's name there is no engine, and the SDK itself says best what is missing then.
            if (stackName is null)
                return await Deployment.RunAsync(() => { });
            if (StackName.Find(stackName) is not { } stack)
                return await FailAsync($"There is no stack '{stackName}': an environment is one of {string.Join(", ", StackName.All)}.");
            if (Workspace.Find(folder) is not { } workspace)
                return await FailAsync($"There is no {Workspace.ProjectFile} in {folder} or above it.");
            return await StackPrograms.RunAsync(stack, new StackFactory(workspace));
        }
        catch (InvalidOperationException refusal)
        {
            return await FailAsync(refusal.Message);
        }

        async Task<int> FailAsync(string reason)
        {
            await errors.WriteLineAsync(reason);
            return Failed;
        }
    }
}
