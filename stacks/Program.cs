using ReleaseInfra.Stacks;

return await EngineProgram.RunAsync(
    Environment.GetEnvironmentVariable("PULUMI_STACK"),
    new StackFactory(() => throw new NotSupportedException("Configuration is not read yet.")),
    Console.Error);
