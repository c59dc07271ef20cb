using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Validation;

internal sealed record ValidationView(ImmutableArray<string> Stacks, ImmutableArray<Problem> Problems);
