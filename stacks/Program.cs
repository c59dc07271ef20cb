using ReleaseInfra.Stacks;

return await EngineProgram.RunAsync(
    Environment.GetEnvironmentVariable("PULUMI_STACK"),
    Directory.GetCurrentDirectory(),
    Console.Error);
