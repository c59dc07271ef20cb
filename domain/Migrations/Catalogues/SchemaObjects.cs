using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Catalogues;

public sealed record EnumType(string Name, ImmutableArray<EnumValue> Values);

/// <param name="Oid">Stays the same when it is renamed.</param>
public sealed record EnumValue(long Oid, string Text);

/// <summary>A type with a name and checks of its own, over another.</summary>
/// <param name="Type">That other, with its length.</param>
/// <param name="Checks">As PostgreSQL writes them.</param>
public sealed record DomainType(string Name, string Type, ImmutableArray<string> Checks);

/// <summary>A function or a procedure.</summary>
/// <param name="Signature">As in <c>total(integer, text)</c>: what calls are resolved by.</param>
public sealed record Routine(string Signature, string Returns);

public sealed record Sequence(string Name);

public sealed record Trigger(string Table, string Name, string Definition, bool IsEnabled);

/// <summary>Which rows of a table may be seen or written where row security is on.</summary>
public sealed record RowPolicy(string Table, string Name, string Definition);
