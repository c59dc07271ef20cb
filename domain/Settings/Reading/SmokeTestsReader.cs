using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class SmokeTestsReader
{
    private const int Most = 20;

    private static readonly Key<(SmokeMethod Method, string Path)> Request = new("request", new RequestForm());
    private static readonly Key<int> Status = new Key<int>("status", Form.Whole(200, 599)).Or(200);

    private static readonly Key<ImmutableSortedDictionary<string, string>> Headers =
        new Key<ImmutableSortedDictionary<string, string>>("headers", Form.Map(Texts.HeaderName, Texts.Any))
            .Or(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private static readonly Key<string> BodyHolds = new Key<string>("bodyHolds", Texts.Any).Or("");

    private static readonly Key<TimeSpan> Within =
        new Key<TimeSpan>("within", Form.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1))).Or(TimeSpan.FromSeconds(2));

    public static readonly Key<ImmutableArray<SmokeTestSettings>> Key = new Key<ImmutableArray<SmokeTestSettings>>(
        "smokeTests",
        Form.List(new ObjectForm<SmokeTestSettings>(new KeyTable(Request, Status, Headers, BodyHolds, Within), Read), most: Most))
        .Or([]);

    public static ImmutableArray<SmokeTestSettings> ReadOfContainerApp(Section service)
    {
        var tests = service.Read(Key);
        if (!tests.IsEmpty && !service.Has(IngressReader.Key))
            service.Problems.Add(PolicyProblems.SmokeTestsOfWorker(service.PlaceOf(Key)));
        return tests;
    }

    private static SmokeTestSettings Read(Section section)
    {
        var (method, path) = section.Read(Request);
        var bodyHolds = section.Read(BodyHolds);
        if (method == SmokeMethod.Head && bodyHolds.Length > 0)
            section.Problems.Add(PolicyProblems.BodyOfHead(section.PlaceOf(BodyHolds), path));
        return new SmokeTestSettings(
            method, path, section.Read(Status), section.Read(Headers), bodyHolds, section.Read(Within));
    }
}
