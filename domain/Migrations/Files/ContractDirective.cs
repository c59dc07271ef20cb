using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Migrations.Files;

/// <summary>A file's own word that nothing uses a thing any more, so that it may go: <c>-- release: contract users.name; unused since v1.3.0</c>.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Target">As findings name it: a table, <c>table.column</c>, a type, a view or a function.</param>
/// <param name="UnusedSince">The first version that does without it.</param>
public sealed record ContractDirective(int Line, string Target, ImageTag UnusedSince);
