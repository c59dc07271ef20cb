namespace ReleaseInfra.Cli.Engine.History;

internal abstract record UpdateEnd
{
    private protected UpdateEnd()
    {
    }

    /// <summary>Null while there is none.</summary>
    public abstract DateTimeOffset? At { get; }

    /// <summary>As machines and people read it.</summary>
    public abstract string Word();
}

/// <summary>Under way, or its process ended without a word.</summary>
internal sealed record NotEnded : UpdateEnd
{
    public override DateTimeOffset? At => null;

    public override string Word() => "not ended";
}

internal sealed record Succeeded(DateTimeOffset Ended) : UpdateEnd
{
    public override DateTimeOffset? At => Ended;

    public override string Word() => "succeeded";
}

/// <param name="Done">Resources that were changed before.</param>
internal sealed record Failed(DateTimeOffset Ended, int Done, string Reason) : UpdateEnd
{
    public override DateTimeOffset? At => Ended;

    public override string Word() => "failed";
}

/// <param name="Done">Resources that were changed before.</param>
internal sealed record Interrupted(DateTimeOffset Ended, int Done) : UpdateEnd
{
    public override DateTimeOffset? At => Ended;

    public override string Word() => "interrupted";
}
