using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Releases.Reading;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Settings.Reading;
using ReleaseInfra.Stacks.Configuration.Editing;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>A stack's configuration from the workspace's files alone: no engine runs.</summary>
public static class StackConfiguration
{
    /// <param name="previous">The release that ran before; null where nothing is known, so that rules between releases do not apply.</param>
    public static Checked<EnvironmentSettings> Read(Workspace workspace, string stack, ReleaseSettings? previous)
    {
        if (StackName.Find(stack) is not { } name)
            return new Invalid<EnvironmentSettings>([UnknownStack(stack)]);
        ReadAhead(workspace, name);
        var problems = new ProblemList();
        var documents = new EnvironmentDocuments(
            name,
            EnvironmentLayers.Read(workspace, name, problems),
            StackFile.Read(workspace, name, problems),
            previous,
            Evidence(workspace, name),
            new MachineTimeZones());
        var read = problems.Check(EnvironmentReader.Read(documents, problems));
        if (read is Valid<EnvironmentSettings> valid)
            workspace.Remember(valid.Value);
        return read;
    }

    /// <summary>Where a stack's releases are written down, whatever else its files say.</summary>
    public static Checked<JournalSettings> JournalOf(Workspace workspace, StackName stack)
    {
        var problems = new ProblemList();
        return EnvironmentLayers.Read(workspace, stack, problems) is { } environment
            ? JournalReader.Read(environment, problems)
            : new Invalid<JournalSettings>(problems.Sorted());
    }

    /// <summary>Where a slot of a release is written; the line of what is nearest to it, if it is not.</summary>
    public static Place PlaceOf(Workspace workspace, StackName stack, string service, Slot slot) =>
        StackFile.Read(workspace, stack, new ProblemList()) is { } config
            ? Place.Find(config, $"{ProgramConfiguration.Release}.{service}.{slot.Name()}")
            : Place.File(Workspace.StackFile(stack));

    /// <summary>Where an environment's files have a setting; the line of what is nearest to it, if it is not written.</summary>
    /// <param name="path">As in <c>rollout.bake</c>.</param>
    public static Place PlaceOf(Workspace workspace, StackName stack, string path) =>
        EnvironmentLayers.Read(workspace, stack, new ProblemList()) is { } environment
            ? Place.Find(environment, path)
            : Place.File(Workspace.EnvironmentFiles(stack)[^1]);

    /// <summary>A stack's configuration if its file had the release, and the file's text then. Nothing is written.</summary>
    /// <param name="previous">The release that runs.</param>
    public static EditedConfiguration ReadWith(Workspace workspace, StackName stack, ReleaseSettings previous, ReleaseSettings release)
    {
        var file = Workspace.StackFile(stack);
        var text = ReleaseText.With(Encoding.UTF8.GetString(workspace.BytesOf(file)), release);
        return new EditedConfiguration(file, text, Read(workspace.With(file, text), stack.Name, previous));
    }

    /// <summary>Of all that a stack's files say, comments included: SHA-256, hexadecimal.</summary>
    public static string DigestOf(Workspace workspace, StackName stack)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Workspace.EnvironmentFiles(stack).Prepend(Workspace.StackFile(stack)))
        {
            var bytes = workspace.BytesOf(file);
            // With its length, so that no byte can move from one file to the next unseen.
            digest.AppendData(BitConverter.GetBytes((long)bytes.Length));
            digest.AppendData(bytes);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    // Side by side: the libraries that read them take longer to start than to read.
    private static void ReadAhead(Workspace workspace, StackName stack) => Parallel.Invoke(
        () => EnvironmentLayers.Read(workspace, stack, new ProblemList()),
        () => StackFile.Read(workspace, stack, new ProblemList()),
        () => Evidence(workspace, stack));

    internal static Problem UnknownStack(string stack) => DocumentProblems.UnknownStack(
        Workspace.ProjectFile,
        stack,
        [.. StackName.All.Select(known => known.Name)]);

    internal static StagingEvidence Evidence(Workspace workspace, StackName stack)
    {
        if (stack != StackName.Production)
            return new NoEvidenceNeeded();
        return StagingReader.Read(StackFile.Read(workspace, StackName.Staging, new ProblemList()), Workspace.StackFile(StackName.Staging));
    }
}
