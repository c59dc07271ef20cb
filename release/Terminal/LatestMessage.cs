namespace ReleaseInfra.Cli.Terminal;

/// <summary>Keeps only the newest report: work reports far more often than anybody reads.</summary>
internal sealed class LatestMessage(string title) : IProgress<string>
{
    private volatile string? _text;

    public string Text => _text ?? title;

    public void Report(string value) => _text = $"{title}: {value}";
}
