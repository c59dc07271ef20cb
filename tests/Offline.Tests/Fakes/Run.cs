using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace ReleaseInfra.Offline.Tests.Fakes;

/// <summary>Runs a program against mocks.</summary>
internal static class Run
{
    public static Task<ImmutableArray<Resource>> PreviewAsync(Action program, IMocks? mocks = null)
        => InAsync(isPreview: true, program, mocks);

    public static Task<ImmutableArray<Resource>> UpdateAsync(Action program, IMocks? mocks = null)
        => InAsync(isPreview: false, program, mocks);

    /// <summary>Runs what must be inside a deployment but makes no resources.</summary>
    public static async Task<T> InPreviewAsync<T>(Func<Task<T>> work) => await InAsync(isPreview: true, work);

    public static async Task<T> InUpdateAsync<T>(Func<Task<T>> work) => await InAsync(isPreview: false, work);

    /// <summary>The messages of all errors of a run that must fail.</summary>
    public static async Task<string> FailureAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception error) when (error is RunException or AggregateException)
        {
            return error.ToString();
        }
        finally
        {
            // A failed run leaves the code that a Pulumi program ends with: it would be this test process's own.
            Environment.ExitCode = 0;
        }

        Assert.Fail("The run was expected to fail.");
        return "";
    }

    public static Task<string> FailureAsync(Action program) => FailureAsync(() => PreviewAsync(program));

    private static Task<ImmutableArray<Resource>> InAsync(bool isPreview, Action program, IMocks? mocks)
        => Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = isPreview }, program);

    private static async Task<T> InAsync<T>(bool isPreview, Func<Task<T>> work)
    {
        var result = default(T);
        await Deployment.TestAsync(
            new RecordingMocks(), new TestOptions { IsPreview = isPreview }, async () => { result = await work(); });
        return result!;
    }
}
