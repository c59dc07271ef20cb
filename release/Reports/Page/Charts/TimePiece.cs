namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>A part of a release's time, drawn as wide as another time would be.</summary>
internal sealed record TimePiece(DateTimeOffset From, DateTimeOffset Until, TimeSpan Width)
{
    public bool IsShortened => Width < Until - From;

    /// <summary>Of the part before the moment.</summary>
    public TimeSpan WidthUntil(DateTimeOffset moment) =>
        moment <= From ? TimeSpan.Zero : moment >= Until ? Width : Width * ((moment - From) / (Until - From));
}
