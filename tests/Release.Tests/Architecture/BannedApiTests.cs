using System.Text.RegularExpressions;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>Clock and console are parameters; only a composition root takes the machine's own.</summary>
public sealed class BannedApiTests
{
    private static readonly string[] CompositionRoots = ["release/Program.cs", "stacks/Program.cs"];

    private static readonly Ban[] Bans =
    [
        new(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b", "take a TimeProvider and call GetUtcNow"),
        new(@"\bTimeProvider\.System\b", "take a TimeProvider as a parameter"),
        new(@"\bStopwatch\b", "take a TimeProvider and call GetTimestamp and GetElapsedTime"),
        new(@"\bThread\.Sleep\b", "await Task.Delay with the TimeProvider and a token"),
        new(@"\bConsole\.", "take the terminal as a parameter"),
        new(@"\bCancellationToken\.None\b", "pass the caller's token on"),
        new(@"\bnew Random\b|\bRandom\.Shared\b", "derive the value from the settings, so that every run gives the same"),
        new(@"^\s*#(if|pragma)\b", "state the exception in .editorconfig, or write the code so that it needs none"),
    ];

    [TestCaseSource(nameof(Bans))]
    public void Sources_DoNotUse(Ban ban)
    {
        var pattern = new Regex(ban.Pattern, RegexOptions.CultureInvariant);
        var uses =
            from file in SourceTree.Files().Except(CompositionRoots)
            from line in SourceTree.Lines(file).Index()
            where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()} -> {ban.Instead}";

        Assert.That(uses, Is.Empty);
    }

    public sealed record Ban(string Pattern, string Instead)
    {
        public override string ToString() => Pattern;
    }
}
