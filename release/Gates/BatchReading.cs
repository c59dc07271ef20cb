using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Gates;

internal static class BatchReading
{
    /// <param name="newest">Of all the data, the window's and later.</param>
    public static Reading<RequestBatch> Of(RequestBatch batch, DateTimeOffset newest, DateTimeOffset now) =>
        // By whose clock the window was cut is then not known, so it is not closed.
        newest > now
            ? new PartlyMeasured<RequestBatch>(batch, newest, "there are data from the future")
            : new Measured<RequestBatch>(batch, batch.Until);
}
