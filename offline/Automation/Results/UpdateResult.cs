namespace Pulumi.Automation;

public class UpdateResult
{
    internal UpdateResult(string standardOutput, string standardError, UpdateSummary summary) =>
        (StandardOutput, StandardError, Summary) = (standardOutput, standardError, summary);

    public string StandardOutput { get; }

    public string StandardError { get; }

    public UpdateSummary Summary { get; }
}
