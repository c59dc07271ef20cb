using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Catalogues;

/// <summary>What a database has, by its own catalogues. Names are without their schema where that is <c>public</c>.</summary>
public sealed record Catalogue
{
    public static readonly Catalogue Empty = new();

    /// <summary>Tables, partitions and views.</summary>
    public ImmutableArray<Relation> Relations { get; init; } = [];

    public ImmutableArray<TableConstraint> Constraints { get; init; } = [];

    public ImmutableArray<TableIndex> Indexes { get; init; } = [];

    public ImmutableArray<EnumType> Enums { get; init; } = [];

    public ImmutableArray<DomainType> Domains { get; init; } = [];

    public ImmutableArray<Routine> Routines { get; init; } = [];

    /// <summary>Those that no column owns.</summary>
    public ImmutableArray<Sequence> Sequences { get; init; } = [];

    public ImmutableArray<Trigger> Triggers { get; init; } = [];

    public ImmutableArray<RowPolicy> Policies { get; init; } = [];

    public Relation? Find(string name) => Relations.FirstOrDefault(relation => relation.Name == name);

    public Relation? Find(long oid) => Relations.FirstOrDefault(relation => relation.Oid == oid);
}
