using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Gates.Http;

/// <summary>What became of one request.</summary>
internal abstract record ProbeReply
{
    private protected ProbeReply()
    {
    }
}

/// <param name="Took">To the end of the body.</param>
internal sealed record ProbeAnswered(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, string Body, TimeSpan Took)
    : ProbeReply;

/// <summary>Answered, with more than is read of any answer.</summary>
internal sealed record ProbeTooLong(int Status, int Limit) : ProbeReply;

/// <param name="Why">A sentence without its full stop.</param>
internal sealed record ProbeUnanswered(TimeSpan After, string Why) : ProbeReply;
