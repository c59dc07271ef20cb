namespace Pulumi;

public sealed partial class Deployment
{
    private const string Refusal =
        "This is an offline build, which cannot talk to a Pulumi engine: " +
        "build with -p:PulumiSdk=nuget, or with the environment variable PulumiSdk=nuget, to use the published packages.";

    /// <exception cref="InvalidOperationException">Always: the stand-in has no engine.</exception>
    public static Task<int> RunAsync(Action action) => throw Refuse();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => throw Refuse();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => throw Refuse();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => throw Refuse();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => throw Refuse();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => throw Refuse();

    // At the call and not in the task: a program that forgets to await must not end as if it had deployed.
    private static InvalidOperationException Refuse() => new(Refusal);
}
