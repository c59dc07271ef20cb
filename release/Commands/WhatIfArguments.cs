namespace ReleaseInfra.Cli.Commands;

/// <param name="Thresholds">As they were typed, such as <c>errors=2%</c>.</param>
/// <param name="Since">As it was typed; null for every release.</param>
internal sealed record WhatIfArguments(string Stack, IReadOnlyList<string> Thresholds, string? Since, OutputFormat Format);
