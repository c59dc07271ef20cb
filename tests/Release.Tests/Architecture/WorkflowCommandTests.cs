using System.CommandLine;
using System.Text.RegularExpressions;
using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>Workflows and their scripts call verbs with options that there are.</summary>
public sealed partial class WorkflowCommandTests
{
    private static readonly RootCommand Tree = CommandTree.Build(
        (_, _) => throw new InvalidOperationException("Nothing is carried out here."), new FakeTerminal(), TimeProvider.System);

    private static readonly string[] Scripts = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, ".ci"));

    [Test]
    public void EveryCommand_IsOne()
    {
        var commands = Texts().SelectMany(text => Call().Matches(text)).ToList();

        Assert.That(commands.Select(Mistake).Where(mistake => mistake is not null), Is.Empty);
        Assert.That(
            commands.Select(command => command.Groups["verb"].Value).Distinct(),
            Is.SupersetOf(new[] { "preview", "up", "plan", "run", "rollback", "status", "resume", "promote" }));
    }

    [TestCase("plan")]
    [TestCase("run")]
    public void WhatIsAskedFor_IsSaidInOptionsOf(string verb)
    {
        var asked = File.ReadAllText(Path.Combine(RepositoryRoot.Path, ".ci", "asked"));
        var options = OptionName().Matches(asked).Select(match => match.Value).ToList();

        Assert.That(options, Is.SupersetOf(new[] { "--tag", "--service" }));
        Assert.That(options.Except(OptionsOf(Verb(verb)!)), Is.Empty);
    }

    [Test]
    public void EveryScript_IsThere_AndMayRun()
    {
        var called = Workflows.Steps.SelectMany(step => ScriptName().Matches(step.Run)).Select(match => match.Value).Distinct().ToList();

        Assert.That(called, Has.Count.GreaterThan(5));
        Assert.That(called.Where(script => !File.Exists(Path.Combine(RepositoryRoot.Path, script))), Is.Empty);
        foreach (var script in called)
        {
            if (!OperatingSystem.IsWindows())
                Assert.That(File.GetUnixFileMode(Path.Combine(RepositoryRoot.Path, script)).HasFlag(UnixFileMode.UserExecute), script);
        }
    }

    [Test]
    public void EveryScript_StopsAtWhatIsUnset() => Assert.That(
        Scripts.Where(script => File.ReadAllLines(script) is var lines
            && !lines.Any(line => line.StartsWith("set -", StringComparison.Ordinal) && line.Contains('u'))
            && !lines.Any(line => line.StartsWith("# Sourced:", StringComparison.Ordinal))),
        Is.Empty);

    private static IEnumerable<string> Texts() => Workflows.Steps.Select(step => step.Run)
        .Concat(Scripts.Select(File.ReadAllText))
        .Select(text => string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('#'))));

    private static string? Mistake(Match command) => Verb(command.Groups["verb"].Value) is not { } verb
        ? $"There is no verb: {command.Value}"
        : OptionName().Matches(command.Groups["rest"].Value).Select(match => match.Value).Except(OptionsOf(verb)).FirstOrDefault() is { } option
            ? $"{verb.Name} has no {option}: {command.Value}"
            : null;

    private static Command? Verb(string name) => Tree.Subcommands.FirstOrDefault(verb => verb.Name == name);

    private static IEnumerable<string> OptionsOf(Command verb) =>
        verb.Options.Concat(Tree.Options).SelectMany(option => option.Aliases.Prepend(option.Name));

    // The stack, always a variable, tells a command from a sentence. A quoted text in which one is named ends the command too.
    [GeneratedRegex("""\brelease (?<verb>[a-z-]+) "?\$\w+"?(?<rest>[^|;>)`'\n]*)""")]
    private static partial Regex Call();

    [GeneratedRegex("(?<![^\\s(\"])--[a-z][a-z-]*")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"(?<![\w/])\.ci/[a-z-]+")]
    private static partial Regex ScriptName();
}
