using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Documents;

/// <param name="KeySource">Where the key was written; its value may begin on a later line, or stand in a file laid over.</param>
public sealed record DocumentProperty(SourceMark KeySource, DocumentNode Value);
