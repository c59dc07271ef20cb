using System.Globalization;

namespace ReleaseInfra.Domain.Drift;

/// <summary>One thing in which Azure is not what the configuration says.</summary>
/// <param name="Service">Null for what no service of the configuration is.</param>
/// <param name="Resource">As in <c>containerApps/app-web-prod/revisions/app-web-prod--blue-v1-2-3</c>.</param>
/// <param name="Path">What of the resource; null for all of it.</param>
/// <param name="Remedy">What to do, in a sentence or two.</param>
public sealed record DriftFinding(
    DriftKind Kind, string? Service, string Resource, string? Path, DriftValue Expected, DriftValue Live, string Remedy);

public abstract record DriftValue
{
    private protected DriftValue()
    {
    }

    public static DriftValue Of(string? text) => text is null ? new DriftNothing() : new DriftText(text);

    public static DriftValue Of(int number) => new DriftNumber(number);
}

public sealed record DriftText(string Text) : DriftValue
{
    public override string ToString() => Text;
}

public sealed record DriftNumber(double Number) : DriftValue
{
    public override string ToString() => Number.ToString("0.##", CultureInfo.InvariantCulture);
}

public sealed record DriftNothing : DriftValue
{
    public override string ToString() => "nothing";
}
