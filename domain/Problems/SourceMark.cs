namespace ReleaseInfra.Domain.Problems;

/// <summary>Where a value was written. Lines and columns count from 1; 0 is "the file as a whole".</summary>
/// <param name="File">Relative to the workspace, with forward slashes.</param>
public sealed record SourceMark(string File, int Line, int Column);
