using Pulumi;
using ReleaseInfra.Stacks;
using ReleaseInfra.Stacks.Configuration;

// The engine starts the program in its own folder, below the one that holds Pulumi.yaml.
return await EngineProgram.RunAsync(
    Environment.GetEnvironmentVariable("PULUMI_STACK"),
    new StackFactory(() => ProgramConfiguration.Read(
        Workspace.Find(Directory.GetCurrentDirectory())
        ?? throw new RunException($"Neither this folder nor one above it holds {Workspace.ProjectFile}."))),
    Console.Error);
