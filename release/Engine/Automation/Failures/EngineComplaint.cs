using System.Text.RegularExpressions;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;

namespace ReleaseInfra.Cli.Engine.Automation.Failures;

/// <summary>What Pulumi said went wrong, on one line and without secrets.</summary>
internal sealed partial class EngineComplaint(SecretTexts secrets)
{
    private const string StandardError = "stderr: ";
    private const string Prefix = "error: ";

    /// <summary>How the engine tells that an update left its plan; behind it stand values, secret ones among them.</summary>
    private const string PlanViolation = "violates plan";

    private readonly List<string> _errors = [];

    public void Note(EngineEvent told)
    {
        if (told.DiagnosticEvent is { Severity: "error", Message: var message, Urn: var urn } && Clean(message) is { Length: > 0 } text)
            _errors.Add(string.IsNullOrEmpty(urn) ? text : $"{urn}: {text}");
    }

    /// <summary>The first of the errors: what follows is mostly that the operation failed.</summary>
    public string Text(CommandException failure)
    {
        var first = _errors.Count > 0 ? _errors[0] : SaidAtTheEnd(failure.Message);
        return first.IndexOf(PlanViolation, StringComparison.Ordinal) is >= 0 and var at
            ? secrets.Hide(first[..(at + PlanViolation.Length)])
            : secrets.Hide(first);
    }

    /// <summary>Null where values stand in it that nobody marked as secret.</summary>
    public PulumiSaid? Details(CommandException failure) => IsPlanViolation(failure) ? null : new PulumiSaid(secrets.Hide(failure.Message));

    public bool IsPlanViolation(CommandException failure) =>
        _errors.Append(failure.Message).Any(error => error.Contains(PlanViolation, StringComparison.Ordinal)
            || error.Contains("is not allowed by the plan", StringComparison.Ordinal));

    // The exception has the code, all output and all errors as one text.
    private static string SaidAtTheEnd(string message)
    {
        var error = message[(message.LastIndexOf(StandardError, StringComparison.Ordinal) is >= 0 and var at ? at + StandardError.Length : 0)..];
        var lines = error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Clean).ToArray();
        return (lines.FirstOrDefault(line => line.StartsWith(Prefix, StringComparison.Ordinal)) ?? lines.FirstOrDefault()) switch
        {
            null => "pulumi failed without a word",
            var line when line.StartsWith(Prefix, StringComparison.Ordinal) => line[Prefix.Length..],
            var line => line,
        };
    }

    private static string Clean(string message) => Space().Replace(Colour().Replace(message, ""), " ").Trim();

    [GeneratedRegex(@"<\{%[^%]*%\}>|\x1b\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
