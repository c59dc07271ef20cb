using Pulumi;
using Pulumi.Testing;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>Runs a stack's program in this process.</summary>
internal delegate Task RunStack(EnvironmentSettings settings, StackOptions options, IMocks mocks, TestOptions test);
