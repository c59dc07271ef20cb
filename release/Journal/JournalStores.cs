using System.Runtime.CompilerServices;
using Azure.Identity;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Cli.Journal.Blobs;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Cli.Journal;

/// <summary>Which store a workspace's journals are kept in.</summary>
internal static class JournalStores
{
    /// <summary>For an engine that is all inside the workspace: what never reached Azure is no part of Azure's history.</summary>
    public static IJournalStore Local(Workspace workspace) => new FileJournalStore(workspace.Folder, new JournalDisk());

    /// <summary>As each stack's configuration says.</summary>
    public static IJournalStore Configured(Workspace workspace, TimeProvider time) =>
        new ConfiguredJournals(stack => Open(workspace, StackConfiguration.JournalOf(workspace, KnownStack.Of(stack)), stack, time));

    /// <summary>Whether other machines write them too, which no folder of the workspace reaches.</summary>
    public static bool AreShared(Workspace workspace, string stack) =>
        StackConfiguration.JournalOf(workspace, KnownStack.Of(stack)) is Valid<JournalSettings> { Value: BlobJournalSettings };

    private static IJournalStore Open(Workspace workspace, Checked<JournalSettings> settings, string stack, TimeProvider time) => settings switch
    {
        Valid<JournalSettings> { Value: FileJournalSettings } => Local(workspace),
        Valid<JournalSettings> { Value: BlobJournalSettings blob } => Blob(blob.Container, time),
        Invalid<JournalSettings> invalid => throw ReleaseFailure.JournalsUnknown(stack, invalid.Problems),
        _ => throw new InvalidOperationException($"The journals of {stack} have a kind without a store."),
    };

    // By itself, or the assemblies of a login would be loaded for files too.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static BlobJournalStore Blob(Uri container, TimeProvider time) => new(
        // Its connections end with the process, as the workspace does.
        BlobContainer.Open(container, new DefaultAzureCredential(includeInteractiveCredentials: false), AzureTransport.Public(), new NoAzureLog(), time),
        time);
}
