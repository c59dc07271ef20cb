namespace ReleaseInfra.Cli.Engine.Automation.State;

/// <summary>An operation that Azure may or may not have carried out.</summary>
/// <param name="Type">As the state has it: <c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>reading</c>, <c>importing</c>.</param>
internal sealed record PendingOperation(string Urn, string Type)
{
    /// <summary>The state knows nothing of what such a creation made, so that an update would make it once more.</summary>
    public bool MayHaveMadeSomething => Type == "creating";

    public string Text(string stack) => MayHaveMadeSomething
        ? $"An earlier update was cut off while it made {Urn}: Azure may have it, and the state does not know. Before the next update " +
            $"run 'pulumi refresh --stack {stack}', which asks what became of it."
        : $"An earlier update was cut off while {Type} {Urn}. The next update does it again.";
}
