namespace ReleaseInfra.Cli.Engine;

internal enum Operation
{
    Create,
    Update,
    Replace,
    Delete,
    Same,
}

internal static class OperationWords
{
    /// <summary>As machines read it.</summary>
    public static string Word(this Operation operation) => operation switch
    {
        Operation.Create => "create",
        Operation.Update => "update",
        Operation.Replace => "replace",
        Operation.Delete => "delete",
        Operation.Same => "same",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation."),
    };

    /// <summary>As in <c>created</c>, when it is done.</summary>
    public static string Past(this Operation operation) => operation switch
    {
        Operation.Same => "unchanged",
        _ => operation.Word() + "d",
    };
}
