using System.Collections.Concurrent;
using System.Text;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>The folder that holds Pulumi.yaml, and where in it everything stands.</summary>
/// <remarks>
/// What was read of it stays as it was until <see cref="Forget"/>: everything that is done with one workspace sees the files
/// of one moment, however often it asks for them.
/// </remarks>
/// <param name="folder">Absolute.</param>
public sealed class Workspace(string folder)
{
    public const string ProjectFile = "Pulumi.yaml";

    private readonly ConcurrentDictionary<string, Lazy<ReadDocument>> _read = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<StackName, EnvironmentSettings> _settings = new();

    // What files would say after an edit that nobody has made yet.
    private readonly ConcurrentDictionary<string, byte[]> _edited = new(StringComparer.Ordinal);

    public string Folder { get; } = folder;

    /// <summary>Null where neither the folder nor one above it holds Pulumi.yaml.</summary>
    public static Workspace? Find(string startDirectory)
    {
        for (var folder = new DirectoryInfo(startDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ProjectFile)))
                return new Workspace(folder.FullName);
        }

        return null;
    }

    /// <summary>Relative to the workspace.</summary>
    public static string StackFile(StackName stack) => $"Pulumi.{stack.Name}.yaml";

    /// <summary>Relative to the workspace; a later layer is laid over the ones before.</summary>
    public static IReadOnlyList<string> EnvironmentFiles(StackName stack) =>
        ["stacks/environments/base.json", $"stacks/environments/{stack.Name}.json"];

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>From here on the files count as they are now: for whoever has changed one.</summary>
    public void Forget()
    {
        _read.Clear();
        _settings.Clear();
    }

    /// <summary>The same folder, in which one file has another text. Nothing is written.</summary>
    /// <param name="file">Relative to the workspace.</param>
    public Workspace With(string file, string text)
    {
        var edited = new Workspace(Folder);
        edited._edited[file] = Encoding.UTF8.GetBytes(text);
        return edited;
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    internal byte[] BytesOf(string file) => _edited.TryGetValue(file, out var bytes) ? bytes : File.ReadAllBytes(PathOf(file));

    /// <summary>Reads at the first time, and tells the same problems at each.</summary>
    /// <param name="what">Tells what is read from everything else.</param>
    internal ObjectNode? ReadOnce(string what, Func<ProblemList, ObjectNode?> read, ProblemList problems)
    {
        var document = _read.GetOrAdd(what, _ => new Lazy<ReadDocument>(() => ReadDocument.By(read))).Value;
        problems.AddRange(document.Problems);
        return document.Root;
    }

    /// <summary>What a stack's files were found to say.</summary>
    internal void Remember(EnvironmentSettings settings) => _settings[settings.Stack] = settings;

    /// <summary>Null where the stack's files were not read yet, or have problems.</summary>
    internal EnvironmentSettings? Recall(StackName stack) => _settings.GetValueOrDefault(stack);

    private sealed record ReadDocument(ObjectNode? Root, IReadOnlyList<Problem> Problems)
    {
        public static ReadDocument By(Func<ProblemList, ObjectNode?> read)
        {
            var problems = new ProblemList();
            return new ReadDocument(read(problems), problems.Sorted());
        }
    }
}
