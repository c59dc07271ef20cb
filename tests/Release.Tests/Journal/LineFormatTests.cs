using System.Text;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Traffic;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal;

public sealed class LineFormatTests
{
    private static readonly string Seed = ChainHash.Seed(new JournalName("production", Web.Id));

    [TestCaseSource(typeof(EntrySamples), nameof(EntrySamples.All))]
    public void Read_Written_IsTheSame(JournalEntry entry)
    {
        var record = new JournalRecord(3, Looks.Now, 2, entry);
        var (line, _) = LineFormat.Write(Seed, record);
        var read = LineFormat.Read(line.AsMemory(0, line.Length - 1), 3, "a.jsonl");

        Assert.That(Structure.Of(read), Is.EqualTo(Structure.Of(record)));
        Assert.That(LineFormat.Write(Seed, read).Line, Is.EqualTo(line));
        Assert.That(line.AsSpan().Count((byte)'\n'), Is.EqualTo(1));
    }

    private static readonly TestCaseData[] Choices =
    [
        Choice(EntryFormat.Kinds),
        Choice(EventFormat.Kinds),
        Choice(WorkFormat.Kinds),
        Choice(NumbersFormat.Kinds),
        Choice(NumbersFormat.Answers),
        Choice(JudgementFormat.Readings),
        Choice(ShareFormat.Decisions),
        Choice(CourseFormat.Strategies),
        Choice(BeginningFormat.Releases),
    ];

    [TestCaseSource(nameof(Choices))]
    public void Kinds_AreAllThatThereAre(Type[] written, string[] kinds, Type choice)
    {
        var cases = choice.Assembly.GetTypes()
            .Where(type => !type.IsAbstract)
            .Where(type => type.IsGenericTypeDefinition == choice.IsGenericType)
            .Where(type => !choice.IsGenericType || type.BaseType!.Name == choice.Name)
            .Select(type => choice.IsGenericType ? type.MakeGenericType(choice.GenericTypeArguments) : type)
            .Where(choice.IsAssignableFrom);

        Assert.That(written, Is.EquivalentTo(cases));
        Assert.That(kinds, Is.Unique);
    }

    [Test]
    public void Kinds_OfEntries_AreTheirOwnWords() => Assert.That(
        EntrySamples.All.Select(EntryFormat.Kinds.KindOf),
        Is.EqualTo(EntrySamples.All.Select(entry => entry.Kind)));

    [Test]
    public void Samples_AreOfEveryKind() => Assert.That(
        EntrySamples.All.Select(entry => entry.GetType()).Distinct(),
        Is.EquivalentTo(EntryFormat.Kinds.All.Select(format => format.Type)));

    [TestCase(
        """{"v":2,"anything":"else"}""",
        "Line 3 of a.jsonl has format 2, and this program knows formats up to 1. Use the newer program that wrote it.")]
    [TestCase(
        """{"v":1,"n":3,"at":"2026-11-21T12:00:00.000Z","epoch":1,"kind":"event","event":"lunch"}""",
        "Line 3 of a.jsonl is not what was written: 'lunch' is no event of a release; known are preflight passed, backup taken, migration done, " +
        "new version ready, smoke passed, drill began, drill returned, step began, service moved, gates passed, watch began, watch passed, " +
        "service returned, paused, resumed, approved, abort requested, rollback requested, work failed, gate failed, evidence missing, " +
        "freeze met, traffic changed by others, approval missing, deadline passed, interrupted. " + Remedy)]
    [TestCase(
        """{"v":1,"n":3,"at":"2026-11-21T13:00:00.000+01:00","epoch":1,"kind":"note","by":"ann","text":""}""",
        "Line 3 of a.jsonl is not what was written: String '2026-11-21T13:00:00.000+01:00' was not recognized as a valid DateTime. " + Remedy)]
    [TestCase(
        """{"v":1,"n":3,"at":"2026-11-21T12:00:00.000Z","epoch":1,"kind":"note","by":null,"text":""}""",
        "Line 3 of a.jsonl is not what was written: 'by' is null. " + Remedy)]
    public void Rejects_Line(string line, string message) => Assert.That(
        () => LineFormat.Read(Encoding.UTF8.GetBytes(line), 3, "a.jsonl"),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(message).And.Property(nameof(ReleaseFailure.Code)).EqualTo(ExitCode.EngineFailed));

    private const string Remedy =
        "From there on nothing in it can be trusted. Put back the last good copy of the file and of its head, and keep the broken one: " +
        "somebody may want to know who changed it.";

    [Test]
    public void Line_ShowsNoPage()
    {
        var lines = string.Concat(EntrySamples.All.Select(entry => Encoding.UTF8.GetString(LineFormat.Json(new JournalRecord(1, Noon, 1, entry)).Span)));

        Assert.That(lines, Does.Not.Contain("Secret").And.Not.Contain("session=secret"));
    }

    private static TestCaseData Choice<TBase>(KindFormats<TBase> formats)
        where TBase : class => new TestCaseData(
            formats.All.Select(format => format.Type).ToArray(),
            formats.All.Select(format => format.Kind).ToArray(),
            typeof(TBase)).SetArgDisplayNames(typeof(TBase).Name);
}
