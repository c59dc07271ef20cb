namespace ReleaseInfra.Cli.Engine.Automation.Failures;

/// <summary>All that Pulumi said as it failed, without secrets: the details behind a sentence.</summary>
internal sealed class PulumiSaid(string text) : Exception(text);
