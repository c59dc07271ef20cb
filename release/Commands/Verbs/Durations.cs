using System.CommandLine.Parsing;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Cli.Commands.Verbs;

/// <summary>Durations on the command line, written as in the configuration: <c>90s</c>, <c>5m</c>, <c>24h</c>.</summary>
internal static class Durations
{
    public static TimeSpan? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DurationText.TryParse(text, out var duration))
            return duration;
        argument.AddError($"'{text}' is no duration; write it in {DurationText.Allowed}.");
        return null;
    }
}
