using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Display;

/// <summary>What a gate said last.</summary>
/// <param name="Service">Null for what the services share.</param>
internal sealed record GateRow(string Gate, string? Service, Verdict Verdict, DateTimeOffset At)
{
    public bool IsOf(string gate, string? service) => Gate == gate && Service == service;
}
