using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>Reads a workspace as the command line does.</summary>
internal static class ReadConfiguration
{
    public const string Base = "stacks/environments/base.json";
    public const string Staging = "stacks/environments/staging.json";
    public const string Production = "stacks/environments/production.json";
    public const string StagingRelease = "Pulumi.staging.yaml";
    public const string ProductionRelease = "Pulumi.production.yaml";

    extension(TemporaryWorkspace workspace)
    {
        public ImmutableArray<Problem> Problems(string stack, ReleaseSettings? previous = null) =>
            StackConfiguration.Read(new Workspace(workspace.Folder), stack, previous) switch
            {
                Invalid<EnvironmentSettings> invalid => invalid.Problems,
                _ => [],
            };

        public EnvironmentSettings Settings(string stack)
        {
            var read = StackConfiguration.Read(new Workspace(workspace.Folder), stack, null);
            Assert.That(read, Is.InstanceOf<Valid<EnvironmentSettings>>(), () => string.Join("\n", workspace.Problems(stack)));
            return ((Valid<EnvironmentSettings>)read).Value;
        }

        /// <summary>The only problem that there is.</summary>
        public Problem Problem(string stack, ReleaseSettings? previous = null)
        {
            var problems = workspace.Problems(stack, previous);
            Assert.That(problems, Has.Length.EqualTo(1), () => string.Join("\n", problems));
            return problems[0];
        }
    }
}
