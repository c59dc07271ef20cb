using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Release.Tests.Engine.Contract;

/// <summary>One engine with a stack that a test declares.</summary>
internal interface IEngineSubject : IDisposable
{
    IStackEngine Engine { get; }

    EnvironmentSettings Settings { get; }

    /// <summary>What the program declares from now on.</summary>
    IReadOnlyList<ContractResource> Declared { get; set; }

    /// <summary>Before each use of the engine, for one that is played back.</summary>
    void Prepare();

    /// <summary>The next update is going to be interrupted after its first change.</summary>
    void ExpectInterrupt();

    /// <summary>The user presses Ctrl-C.</summary>
    void Interrupt();

    /// <summary>Somebody else is updating, until the result is disposed of.</summary>
    Task<IAsyncDisposable> UpdateElsewhereAsync();
}
