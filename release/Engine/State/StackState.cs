namespace ReleaseInfra.Cli.Engine.State;

/// <summary>The file format of what the local engine applied.</summary>
internal static class StackState
{
    /// <summary>Raised with every change that an older program would misread.</summary>
    public const int Version = 1;
}
