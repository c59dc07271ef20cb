using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra;

/// <summary>What a service finds in its environment: its own variables and secrets, and which version it is.</summary>
/// <param name="Plain">Ordered by name, ordinally.</param>
/// <param name="Secret">Ordered by name, ordinally.</param>
internal sealed record ServiceVariables(
    ImmutableArray<KeyValuePair<string, string>> Plain,
    ImmutableArray<KeyValuePair<string, SecretReference>> Secret)
{
    /// <param name="version">
    /// Tells this version's telemetry from every other's, so that a gate can judge it alone: the revision's name rather
    /// than the tag, which a repeated release has twice.
    /// </param>
    public static ServiceVariables Of(
        string service,
        IReadOnlyDictionary<string, string> variables,
        IReadOnlyDictionary<string, SecretReference> secrets,
        ImageTag tag,
        string version)
    {
        var plain = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        // Named by tag here, since the image may be pinned to a digest that says nothing to a reader.
        plain.Add(ReservedVariables.ReleaseTag, tag.Text);
        plain.Add(ReservedVariables.TelemetryAttributes, $"service.name={service},service.version={version}");
        foreach (var (name, value) in variables)
        {
            if (plain.ContainsKey(name))
                throw new ArgumentException($"{service}: variable {name} is set by the program and cannot be stated.", nameof(variables));
            plain.Add(name, value);
        }

        return new ServiceVariables([.. plain], [.. secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal)]);
    }
}
