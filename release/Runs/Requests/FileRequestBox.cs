using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Runs.Requests;

/// <summary>A folder beside the journals, with a file for each request.</summary>
internal sealed class FileRequestBox(string workspace, TimeProvider time) : IRequestBox
{
    private const string Ending = ".json";

    private static readonly KindFormats<HandRequest> Kinds = new KindFormats<HandRequest>("ask", "kind of request")
        .With<AskToRollBack>("roll back", (writer, ask) => WriteReason(writer, ask.By, ask.Why), line => new AskToRollBack(line.Text("by"), line.Text("why")))
        .With<AskToAbort>("abort", (writer, ask) => WriteReason(writer, ask.By, ask.Why), line => new AskToAbort(line.Text("by"), line.Text("why")))
        .With<AskToResume>("resume", (writer, ask) => writer.WriteString("by", ask.By), line => new AskToResume(line.Text("by")))
        .With<GiveApproval>(
            "approve",
            (writer, given) =>
            {
                writer.WriteString("by", given.Approval.By);
                writer.WriteString("plan", given.Approval.PlanHash);
                writer.WriteBoolean("agrees", given.Approval.Agrees);
                writer.WriteMoment("given", given.Approval.At);
            },
            line => new GiveApproval(new Approval(line.Text("by"), line.Text("plan"), line.Time("given"), line.Flag("agrees"))));

    public async Task PutAsync(JournalName release, HandRequest request, CancellationToken cancellation)
    {
        var file = Path.Combine(FolderOf(release), $"{time.GetUtcNow().UtcTicks:D20}-{Guid.NewGuid():N}{Ending}");
        try
        {
            await DurableFile.ReplaceAsync(
                file,
                async (stream, token) => await stream.WriteAsync(JournalJson.Write(writer => Kinds.Write(writer, request)), token),
                cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FolderUnwritable(FolderOf(release), unwritable);
        }
    }

    public async Task<ImmutableArray<HandRequest>> TakeAsync(JournalName release, CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(FolderOf(release));
        if (!folder.Exists)
            return [];
        var taken = ImmutableArray.CreateBuilder<HandRequest>();
        foreach (var file in folder.GetFiles($"*{Ending}").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (await TakeAsync(file, cancellation) is { } request)
                taken.Add(request);
        }

        return taken.ToImmutable();
    }

    private static async Task<HandRequest?> TakeAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file.FullName, cancellation));
            var request = Kinds.Read(document.RootElement);
            file.Delete();
            return request;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException || JournalJson.IsMisread(unreadable))
        {
            // A stray file must not stop a release; it stays where whoever put it there finds it.
            return null;
        }
    }

    private string FolderOf(JournalName release) =>
        Path.Combine(workspace, ".release", release.Stack, "requests", release.Release.Text);

    private static void WriteReason(Utf8JsonWriter writer, string by, string why)
    {
        writer.WriteString("by", by);
        writer.WriteString("why", why);
    }
}
