using System.Collections;
using ReleaseInfra.Rehearsal.Sample;

namespace ReleaseInfra.Rehearsal.Tests.Sample;

/// <summary>This assembly, started as a program, is the sample application.</summary>
internal static class SampleProgram
{
    public static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static readonly string[] Arguments = ["exec", typeof(SampleProgram).Assembly.Location];

    private static Task Main() => SampleApp.RunAsync(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!),
        Console.OpenStandardInput(),
        TimeProvider.System,
        default);
}
