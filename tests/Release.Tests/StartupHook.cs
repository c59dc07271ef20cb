/// <summary>What the runtime looks for, by this name and outside any namespace, in an assembly that DOTNET_STARTUP_HOOKS names.</summary>
internal static class StartupHook
{
    public const string Variable = "RELEASE_LOADED_ASSEMBLIES";

    /// <summary>Notes, when the process ends, which assemblies it has loaded.</summary>
    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(
        Environment.GetEnvironmentVariable(Variable)!,
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
}
