namespace Pulumi.Automation.Commands;

/// <summary>How one run of the executable ended.</summary>
public sealed class CommandResult(int code, string standardOutput, string standardError)
{
    public int Code { get; } = code;

    public string StandardOutput { get; } = standardOutput;

    public string StandardError { get; } = standardError;

    public override string ToString() =>
        $"code: {Code}{Environment.NewLine}stdout: {StandardOutput}{Environment.NewLine}stderr: {StandardError}{Environment.NewLine}";
}
