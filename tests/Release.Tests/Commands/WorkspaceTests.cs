using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>Tests in a copy of this repository's workspace, one for each, to be spoiled.</summary>
public abstract class WorkspaceTests
{
    protected TemporaryWorkspace Workspace { get; private set; } = null!;

    [SetUp]
    public void CopyWorkspace() => Workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace() => Workspace.Dispose();
}
