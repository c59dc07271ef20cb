using Pulumi;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks;

/// <summary>What the Pulumi engine starts.</summary>
internal static class EngineProgram
{
    private const int Failed = 1;

    /// <param name="stackName">As the engine gives it in PULUMI_STACK; null where no engine started the program.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string? stackName, IServiceProvider stacks, TextWriter errors)
    {
        // On the error stream: the output stream is the engine's.
        await errors.WriteLineAsync($"Pulumi SDK: {SdkBuild.Name}");
        try
        {
            // Without a stack's name there is no engine, and the SDK itself says best what is missing then.
            if (stackName is null)
                return await Deployment.RunAsync(() => { });
            if (StackName.Find(stackName) is { } stack)
                return await StackPrograms.RunAsync(stack, stacks);
            await errors.WriteLineAsync(
                $"There is no stack '{stackName}': an environment is one of {string.Join(", ", StackName.All)}.");
        }
        catch (InvalidOperationException refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
        }

        return Failed;
    }
}
