using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Cli;

/// <summary>One workspace, with all that commands need of it.</summary>
/// <param name="Read">A stack's configuration; the release that ran before is null where nothing is known of it.</param>
/// <param name="PlaceOf">Where a stack's file has a slot of a service.</param>
/// <param name="Sdk">Which Pulumi this program was built against.</param>
internal sealed record Workbench(
    Func<string, ReleaseSettings?, Checked<EnvironmentSettings>> Read,
    Func<StackName, string, Slot, Place> PlaceOf,
    IStackEngine Engine,
    IAzureSessions Azure,
    string Sdk)
{
    /// <summary>Where an environment's files have a setting, as in <c>rollout.bake</c>.</summary>
    public required Func<StackName, string, Place> PlaceOfSetting { get; init; }

    /// <summary>A stack's configuration if its file had the second release, where the first runs. Nothing is written.</summary>
    public required Func<StackName, ReleaseSettings, ReleaseSettings, EditedConfiguration> ReadWith { get; init; }

    /// <summary>Who runs the command, and where.</summary>
    public required Machine Machine { get; init; }

    /// <summary>Puts an edited configuration into its file, which outlives a loss of power, and reads everything anew from then on.</summary>
    public required Func<EditedConfiguration, CancellationToken, Task> KeepAsync { get; init; }

    /// <summary>SHA-256 of a stack's files as they are, hexadecimal.</summary>
    public required Func<StackName, string> DigestOf { get; init; }

    /// <summary>Where processes ask the one that carries a stack's release; null where that may be on another machine.</summary>
    public required Func<string, IRequestBox?> RequestsOf { get; init; }

    /// <summary>The workspace's, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Absolute: that the command works in, which files that are named to it are relative to. The workspace's, or inside it.</summary>
    public required string CurrentFolder { get; init; }

    /// <summary>Whether people are told of its releases, by the channels of each stack's settings.</summary>
    public bool TellsPeople { get; init; } = true;

    /// <summary>Where the workspace's releases are written down.</summary>
    public required IJournalStore Journals { get; init; }
}
