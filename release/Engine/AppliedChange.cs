namespace ReleaseInfra.Cli.Engine;

/// <summary>One resource of an update is done.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many resources the update changes.</param>
internal sealed record AppliedChange(ResourceChange Change, int Number, int Of);
