namespace ReleaseInfra.Cli.Notify.Posting;

/// <summary>The connections of one command's notifications.</summary>
internal sealed class PostingClient : IAsyncDisposable
{
    public HttpMessageInvoker Http { get; } = NoticePost.CreateHttp();

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return ValueTask.CompletedTask;
    }
}
