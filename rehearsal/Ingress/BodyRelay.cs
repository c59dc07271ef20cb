using System.Buffers;

namespace ReleaseInfra.Rehearsal.Ingress;

internal static class BodyRelay
{
    private const int Piece = 32 * 1024;

    /// <summary>Passes on what comes as it comes, until the end.</summary>
    /// <param name="beforeWaiting">Called whenever nothing has come yet.</param>
    public static async Task CopyAsync(Stream from, Stream to, SilenceLimit silence, Func<Task>? beforeWaiting = null)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        while (true)
        {
            var reading = from.ReadAsync(buffer, silence.Token);
            if (!reading.IsCompleted && beforeWaiting is not null)
                await beforeWaiting();
            var read = await reading;
            if (read == 0)
                break;
            silence.Reset();
            await to.WriteAsync(buffer.AsMemory(0, read), silence.Token);
        }

        // Not after a failure: a read that is still under way may yet write to it.
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
