using System.Text.RegularExpressions;

namespace Pulumi.Automation.Commands;

/// <summary>Which versions of the executable this SDK drives.</summary>
internal static partial class CliVersion
{
    private static readonly Version Oldest = new(3, 1, 0);

    /// <param name="said">As in <c>v3.200.0</c>.</param>
    /// <exception cref="InvalidOperationException">It is none of them, or not known.</exception>
    public static void Check(string said)
    {
        if (Numbers().Match(said) is not { Success: true } numbers)
        {
            throw new InvalidOperationException(
                "Failed to get Pulumi version. This is probably a pulumi error. " +
                $"You can override by version checking by setting {LocalPulumiCommand.SkipVersionCheckVar}=true.");
        }

        var version = Version.Parse(numbers.Groups[1].Value);
        if (version.Major > Oldest.Major)
        {
            throw new InvalidOperationException(
                $"Major version mismatch. You are using Pulumi CLI version {version} with Automation SDK v{Oldest.Major}. Please update the SDK.");
        }

        if (version < Oldest)
        {
            throw new InvalidOperationException(
                $"Minimum version requirement failed. The minimum CLI version requirement is {Oldest}, " +
                $"your current CLI version is {version}. Please update the Pulumi CLI.");
        }
    }

    [GeneratedRegex(@"^v?(\d+\.\d+\.\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
