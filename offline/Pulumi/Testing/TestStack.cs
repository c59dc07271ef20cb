namespace Pulumi.Testing;

/// <summary>The stack of a test that gives only a function; it is not among the test's resources.</summary>
internal sealed class TestStack : Stack
{
    // Blocks: a constructor cannot wait, and the resources must be children of a stack that is there.
    public TestStack(Func<Task<IDictionary<string, object?>>> createResources)
        => Results = createResources().GetAwaiter().GetResult();

    public IDictionary<string, object?> Results { get; }
}
