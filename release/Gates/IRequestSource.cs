using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Gates;

internal interface IRequestSource
{
    /// <returns>A batch that begins with the window, and ends with it or where the data end.</returns>
    Task<Reading<RequestBatch>> ReadAsync(Window window, DateTimeOffset now, CancellationToken cancellation);
}
