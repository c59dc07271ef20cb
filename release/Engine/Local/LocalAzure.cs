using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Rehearsal;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>The embedded Azure of one stack, in <c>.release/STACK/azure.json</c>.</summary>
internal static class LocalAzure
{
    public const string File = "azure.json";

    public static Task<EmbeddedAzure> OpenAsync(
        StackFolder folder, AzureScope scope, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(folder, scope, clock, options => options, cancellation);

    /// <param name="behave">How revisions, jobs and operations go; by default well, and at once.</param>
    /// <exception cref="ReleaseFailure">Its file cannot be read.</exception>
    public static async Task<EmbeddedAzure> OpenAsync(
        StackFolder folder,
        AzureScope scope,
        TimeProvider clock,
        Func<EmbeddedAzureOptions, EmbeddedAzureOptions> behave,
        CancellationToken cancellation)
    {
        try
        {
            return await EmbeddedAzure.OpenAsync(
                behave(new EmbeddedAzureOptions
                {
                    Scope = scope,
                    File = folder.PathOf(File),
                    Time = clock,
                    SecretDigest = _ => throw new InvalidOperationException("The engine gives no secret away, only digests."),
                }),
                cancellation);
        }
        catch (RehearsalException unreadable)
        {
            throw ReleaseFailure.EngineFailed(unreadable.Message, unreadable);
        }
    }
}
