using Pulumi;

namespace ReleaseInfra.Offline.Tests.Fakes;

/// <summary>A stack with options and a program of its test's own.</summary>
internal sealed class ProgramStack : Stack
{
    public ProgramStack(StackOptions options, Action program)
        : base(options)
        => program();
}
