namespace ReleaseInfra.Domain.Problems;

/// <summary>RI10: what can be wrong with a file before its meaning is looked at.</summary>
public static class DocumentProblems
{
    public static Problem FileMissing(string file, string holds) => new(
        ProblemCode.FileMissing,
        new SourceMark(file, 0, 0),
        "",
        null,
        "The file is missing.",
        $"a file that holds {holds}",
        $"Create {file}, or restore it from version control.");

    public static Problem FileEmpty(string file, string holds) => new(
        ProblemCode.FileEmpty,
        new SourceMark(file, 0, 0),
        "",
        null,
        "The file is empty.",
        $"a file that holds {holds}",
        $"Fill in {file}, or restore it from version control.");

    public static Problem FileUnreadable(string file, string reason) => new(
        ProblemCode.FileUnreadable,
        new SourceMark(file, 0, 0),
        "",
        null,
        $"The file cannot be read: {reason}",
        "a file that this user can read",
        "Give the user who runs this the right to read the file.");

    /// <param name="reason">A sentence.</param>
    public static Problem Broken(SourceMark source, string language, string reason) => new(
        ProblemCode.Broken,
        source,
        "",
        null,
        $"This is no valid {language}: {reason}",
        $"valid {language}",
        "Put right the line that is named, or the one before it.");

    public static Problem DuplicateKey(Place key, string name, SourceMark first) => new(
        ProblemCode.DuplicateKey,
        key.Source,
        key.Path,
        null,
        $"The key '{name}' stands here a second time; the first is at {first.File}:{first.Line}.",
        "each key once, whatever its capitals",
        "Remove one of the two.");

    public static Problem KeyNotUsable(Place key, string name) => new(
        ProblemCode.KeyNotUsable,
        key.Source,
        key.Path,
        null,
        name.Length == 0 ? "A key is empty." : $"The key '{name}' has ':' in it, which separates the levels of a configuration.",
        "a key without ':' that is not empty",
        "Rename the key.");

    public static Problem UnknownKey(Place key, string name, IReadOnlyCollection<string> known)
    {
        var near = Suggestion.For(name, known);
        return new Problem(
            ProblemCode.UnknownKey,
            key.Source,
            key.Path,
            null,
            near is null ? $"There is no key '{name}' here." : $"There is no key '{name}' here; did you mean '{near}'?",
            Words(known),
            near is null ? $"Remove '{name}'." : $"Write '{near}', or remove '{name}'.");
    }

    public static Problem MissingKey(Place place, string name, string allowed) => new(
        ProblemCode.MissingKey,
        place.Source,
        place.Path,
        null,
        $"The key '{name}' is missing.",
        allowed,
        $"Add '{name}'.");

    public static Problem WrongType(Place place, string written, string wanted, string allowed) => new(
        ProblemCode.WrongType,
        place.Source,
        place.Path,
        place.Value,
        $"This is {written}, not {wanted}.",
        allowed,
        $"Write {allowed}.");

    public static Problem NotAllowed(Place place, string allowed) => new(
        ProblemCode.NotAllowed,
        place.Source,
        place.Path,
        place.Value,
        $"{Quoted(place)} is not {allowed}.",
        allowed,
        $"Write {allowed}.");

    public static Problem UnknownWord(Place place, string written, IReadOnlyCollection<string> known)
    {
        var near = Suggestion.For(written, known);
        return new Problem(
            ProblemCode.UnknownWord,
            place.Source,
            place.Path,
            place.Value,
            near is null ? $"{Quoted(place)} is not known here." : $"{Quoted(place)} is not known here; did you mean '{near}'?",
            $"one of {Words(known)}",
            near is null ? "Write one of the words that are allowed." : $"Write '{near}'.");
    }

    public static Problem UnknownStack(string file, string stack, IReadOnlyCollection<string> known)
    {
        var near = Suggestion.For(stack, known);
        return new Problem(
            ProblemCode.UnknownStack,
            new SourceMark(file, 0, 0),
            "",
            stack,
            near is null ? $"There is no stack '{stack}'." : $"There is no stack '{stack}'; did you mean '{near}'?",
            $"one of {Words(known)}",
            "Name one of the stacks that exist.");
    }

    public static Problem Encrypted(Place place) => new(
        ProblemCode.Encrypted,
        place.Source,
        place.Path,
        null,
        "This is encrypted, so no reviewer can read it.",
        "a value in clear: tags, weights and settings are no secrets",
        "Write it in clear, and keep secrets in the vault.");

    public static Problem YamlAlias(SourceMark source, string path) => new(
        ProblemCode.YamlAlias,
        source,
        path,
        null,
        "This refers to a value elsewhere in the file (a YAML alias).",
        "each value where it is used, so that a change shows in one place",
        "Write the value out.");

    public static Problem KeyWithoutNamespace(Place key, string name, string meant) => new(
        ProblemCode.KeyWithoutNamespace,
        key.Source,
        key.Path,
        null,
        $"The key '{name}' has no namespace.",
        "keys such as release-infra:release and azure-native:location",
        $"Write '{meant}'.");

    internal static string Words(IEnumerable<string> words) => string.Join(", ", words);

    private static string Quoted(Place place) => place.Value is null ? "The value" : $"'{place.Value}'";
}
