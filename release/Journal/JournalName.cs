using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal;

internal sealed record JournalName(string Stack, ReleaseId Release);
