namespace ReleaseInfra.Cli.Azure.Calls;

internal sealed class NoAzureLog : IAzureLog
{
    public void Record(AzureAttempt attempt)
    {
    }
}
