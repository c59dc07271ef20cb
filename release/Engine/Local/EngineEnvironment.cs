namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>
/// The process-wide things that a program is given or leaves behind: its configuration in a variable, as the engine gives
/// it, and the exit code that the SDK sets when a run fails. One run at a time has them; afterwards they are as before.
/// </summary>
internal sealed class EngineEnvironment : IDisposable
{
    private const string Configuration = "PULUMI_CONFIG";
    private const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";

    private static readonly SemaphoreSlim Turn = new(1, 1);

    private readonly string? _configuration = Environment.GetEnvironmentVariable(Configuration);
    private readonly string? _secretKeys = Environment.GetEnvironmentVariable(SecretKeys);
    private readonly int _exitCode = Environment.ExitCode;

    private EngineEnvironment(string configuration)
    {
        Environment.SetEnvironmentVariable(Configuration, configuration);
        Environment.SetEnvironmentVariable(SecretKeys, null);
    }

    /// <param name="configuration">JSON, from full keys to texts.</param>
    public static async Task<EngineEnvironment> EnterAsync(string configuration, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        return new EngineEnvironment(configuration);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Configuration, _configuration);
        Environment.SetEnvironmentVariable(SecretKeys, _secretKeys);
        Environment.ExitCode = _exitCode;
        Turn.Release();
    }
}
