using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>Reads an app's traffic, and refuses what Azure refuses of its form alone.</summary>
/// <remarks>Azure's codes for refused traffic are not documented; ARM's plain <c>BadRequest</c> stands for them.</remarks>
internal static partial class TrafficReader
{
    private const string Path = "configuration.ingress.traffic";

    /// <summary>Nothing stated is everything to the latest ready revision.</summary>
    private static readonly ImmutableArray<TrafficEntry> Omitted = [new TrafficEntry(new LatestRevision(), 100, null)];

    /// <exception cref="AzureException">An entry names no target or two, a weight is out of range, or a label is stated twice.</exception>
    public static ImmutableArray<TrafficEntry> Read(AzureResource app)
    {
        var stated = app.Select(Path + "[]").ToArray();
        if (stated.Length == 0)
            return Omitted;

        var entries = stated.Select((entry, index) => Read(app, entry, $"{Path}[{index}]")).ToImmutableArray();
        RefuseSum(app, entries);
        RefuseTwice(app, entries);
        return entries;
    }

    private static TrafficEntry Read(AzureResource app, object entry, string path)
    {
        var revision = PlainValues.Select(entry, "revisionName").FirstOrDefault() as string;
        var latest = PlainValues.Select(entry, "latestRevision").FirstOrDefault() is true;
        var label = PlainValues.Select(entry, "label").FirstOrDefault() as string;
        if (label is { Length: > 64 } || (label is not null && !LabelForm().IsMatch(label)))
        {
            throw Refuse($"{path}.label", $"{app.Title}: the label '{label}' is not lower-case letters, digits and single hyphens, " +
                "a letter first, no hyphen last, 64 characters at most.");
        }

        TrafficTarget target = (revision, latest, label) switch
        {
            ({ Length: > 0 }, true, _) => throw Refuse(path, $"{app.Title}: a traffic entry names the revision '{revision}' and latestRevision; it takes one of them."),
            ({ Length: > 0 } name, false, _) => new NamedRevision(name),
            (_, true, _) => new LatestRevision(),
            (_, false, { } existing) => new LabelledRevision(existing),
            _ => throw Refuse(path, $"{app.Title}: a traffic entry names no revision, no label and not latestRevision."),
        };
        return new TrafficEntry(target, Weight(app, entry, path), label);
    }

    private static int Weight(AzureResource app, object entry, string path)
    {
        var weight = PlainValues.Select(entry, "weight").FirstOrDefault() is { } stated
            ? Convert.ToDouble(stated, CultureInfo.InvariantCulture)
            : 0;
        return weight is >= 0 and <= 100 && double.IsInteger(weight)
            ? (int)weight
            : throw Refuse($"{path}.weight", $"{app.Title}: the weight {weight.ToString(CultureInfo.InvariantCulture)} is not a whole number from 0 to 100.");
    }

    private static void RefuseSum(AzureResource app, ImmutableArray<TrafficEntry> entries)
    {
        var sum = entries.Sum(entry => entry.Weight);
        if (sum != 100)
            throw Refuse(Path, $"{app.Title}: the traffic weights sum to {sum}, not to 100.");
    }

    private static void RefuseTwice(AzureResource app, ImmutableArray<TrafficEntry> entries)
    {
        if (entries.Count(entry => entry.Target is LatestRevision) > 1)
            throw Refuse(Path, $"{app.Title}: more than one traffic entry is for latestRevision.");

        var labels = entries.Select(entry => entry.Label).OfType<string>().GroupBy(label => label, StringComparer.Ordinal);
        if (labels.FirstOrDefault(label => label.Count() > 1) is { } twice)
            throw Refuse(Path, $"{app.Title}: the label '{twice.Key}' is given to {twice.Count()} traffic entries; it belongs to one revision.");
    }

    private static AzureException Refuse(string target, string message) => AzureException.BadRequest("BadRequest", target, message);

    [GeneratedRegex("^[a-z](-?[a-z0-9])*$")]
    private static partial Regex LabelForm();
}
