namespace ReleaseInfra.Domain.Problems;

/// <summary>One mistake in the configuration, complete enough to be put right without another look-up.</summary>
/// <param name="Code">Stable, <c>RI</c> and four digits; <c>docs/problems.md</c> lists every one.</param>
/// <param name="Path">Keys from the file's root, joined by dots; empty for the file as a whole.</param>
/// <param name="Value">As written, shortened; null where there is none, and always null for what may be a secret.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Allowed">What would be accepted.</param>
/// <param name="Remedy">What to do, one sentence in the imperative.</param>
public sealed record Problem(
    string Code,
    SourceMark Source,
    string Path,
    string? Value,
    string Message,
    string Allowed,
    string Remedy);
