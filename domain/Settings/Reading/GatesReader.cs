using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class GatesReader
{
    private const int MostOfACount = 1_000_000;

    private static readonly Key<TimeSpan> Interval =
        new Key<TimeSpan>("interval", Form.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10))).Or(GateSettings.Usual.Interval);

    private static readonly Key<TimeSpan> InitialDelay =
        new Key<TimeSpan>("initialDelay", Form.Duration(TimeSpan.Zero, TimeSpan.FromHours(1))).Or(GateSettings.Usual.InitialDelay);

    private static readonly Key<int> InconclusiveLimit = new Key<int>("inconclusiveLimit", Form.Whole(0, 1000)).Optional();

    private static readonly Key<int> ConsecutiveErrorLimit =
        new Key<int>("consecutiveErrorLimit", Form.Whole(0, 1000)).Or(GateSettings.Usual.ConsecutiveErrorLimit);

    private static readonly Key<int> DatabaseCpuPercent = new Key<int>("databaseCpuPercent", Form.Whole(1, 100)).Optional();
    private static readonly Key<int> DatabaseConnections = new Key<int>("databaseConnections", Form.Whole(1, MostOfACount)).Optional();
    private static readonly Key<int> ReplicaRestarts = new Key<int>("replicaRestarts", Form.Whole(0, 1000)).Optional();

    private static readonly Key<string> Metric = new("metric", Texts.MetricName);
    private static readonly Key<int> Depth = new("depth", Form.Whole(0, MostOfACount));

    private static readonly EntriesKey Queues =
        new EntriesKey("queues", Texts.Any, new KeyTable(Metric, Depth)) { Required = false };

    private static readonly Key<Uri> Url = new("url", new AddressForm());
    private static readonly Key<string> SecretVariable = new("secretVariable", Texts.MachineVariable);

    private static readonly Key<TimeSpan> Within =
        new Key<TimeSpan>("within", Form.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1))).Or(TimeSpan.FromSeconds(10));

    private static readonly SectionKey Webhook = new SectionKey("webhook", new KeyTable(Url, SecretVariable, Within)).Optional();

    public static readonly SectionKey Key = new SectionKey("gates", new KeyTable(
        Interval,
        InitialDelay,
        InconclusiveLimit,
        ConsecutiveErrorLimit,
        DatabaseCpuPercent,
        DatabaseConnections,
        ReplicaRestarts,
        Queues,
        Webhook)).Optional();

    public static GateSettings Read(Section rollout) => rollout.Open(Key) is { } section
        ? new GateSettings
        {
            Interval = section.Read(Interval),
            InitialDelay = section.Read(InitialDelay),
            InconclusiveLimit = section.FindValue(InconclusiveLimit),
            ConsecutiveErrorLimit = section.Read(ConsecutiveErrorLimit),
            DatabaseCpuPercent = section.FindValue(DatabaseCpuPercent),
            DatabaseConnections = section.FindValue(DatabaseConnections),
            ReplicaRestarts = section.FindValue(ReplicaRestarts),
            Queues = section.Open(Queues).ToImmutableSortedDictionary(
                queue => queue.Name,
                queue => new QueueSettings(queue.Section.Read(Metric), queue.Section.Read(Depth)),
                StringComparer.Ordinal),
            Webhook = section.Open(Webhook) is { } webhook
                ? new WebhookGateSettings(webhook.Read(Url), webhook.Read(SecretVariable), webhook.Read(Within))
                : null,
        }
        : GateSettings.Usual;
}
