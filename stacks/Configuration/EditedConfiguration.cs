using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>What a stack's file would say and mean after an edit.</summary>
/// <param name="File">Relative to the workspace.</param>
public sealed record EditedConfiguration(string File, string Text, Checked<EnvironmentSettings> Settings);
