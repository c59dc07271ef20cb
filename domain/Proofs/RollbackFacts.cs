using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Proofs;

/// <summary>All that must be so for traffic to return to a revision at once.</summary>
/// <param name="Target">Name of the revision.</param>
/// <param name="Mode">The app's, of revisions; Azure's word.</param>
/// <param name="Need">For all of the app's traffic.</param>
/// <param name="Images">Of the target's containers.</param>
/// <param name="Secrets">That the target reads when a replica of it starts.</param>
public sealed record RollbackFacts(
    string Target,
    Fact<string> Mode,
    Fact<RevisionFacts> Revision,
    Fact<int> ReadyReplicas,
    Fact<ReplicaNeed> Need,
    ImmutableArray<ImageFact> Images,
    ImmutableArray<SecretFact> Secrets,
    Fact<SchemaStanding> Schema);

/// <param name="Health">Azure's word, as is <paramref name="Provisioning"/>; null where it gives none.</param>
public sealed record RevisionFacts(bool Active, string? Health, string? Provisioning);

/// <param name="Digest">In the registry.</param>
public sealed record ImageFact(string Reference, Fact<string> Digest);

/// <param name="Version">Null for whichever is the latest.</param>
/// <param name="Present">Its version, where it is in the vault and enabled.</param>
public sealed record SecretFact(string Name, string? Version, Fact<string> Present);

/// <summary>The database's schema, as the version to return to finds it.</summary>
public abstract record SchemaStanding
{
    private protected SchemaStanding()
    {
    }

    /// <param name="migration">Null where the release does not migrate.</param>
    public static Fact<SchemaStanding> Of(MigrationSettings? migration, StackName stack)
    {
        var by = $"migration.backwardCompatible of {stack}";
        return migration switch
        {
            null => new Known<SchemaStanding>(new SchemaUnchanged()),
            { BackwardCompatible: true } => new Known<SchemaStanding>(new SchemaTolerated(by)),
            { BackwardCompatible: false } => new Known<SchemaStanding>(new SchemaNotTolerated(by)),
            _ => new NotKnown<SchemaStanding>($"the release migrates, and {by} does not say"),
        };
    }
}

/// <summary>The release has no migration.</summary>
public sealed record SchemaUnchanged : SchemaStanding;

/// <param name="By">Who says so, as in <c>migration.backwardCompatible of production</c>.</param>
public sealed record SchemaTolerated(string By) : SchemaStanding;

/// <inheritdoc cref="SchemaTolerated"/>
public sealed record SchemaNotTolerated(string By) : SchemaStanding;
