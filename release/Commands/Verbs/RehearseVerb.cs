using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseInfra.Cli.Rehearse;
using ReleaseInfra.Cli.Rehearse.Databases;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class RehearseVerb
{
    private const double UsualRate = 1500;

    public static Command Create(VerbContext verb)
    {
        var release = new ReleaseOptions();
        var faults = new Option<string[]>("--fault")
        {
            Description = "Something that goes wrong, such as errors=6%@10; once for each. --list-faults explains them.",
            HelpName = "FAULT",
        };
        var list = new Option<bool>("--list-faults")
        {
            Description = "The faults that there are, and how a release is expected to end by each.",
            Action = new ListingFaults(verb.Terminal),
        };
        var apps = new Option<string[]>("--app")
        {
            Description = "What runs as a service in the place of the sample application: web=\"node server.js\". It listens at PORT.",
            HelpName = "SERVICE=COMMAND",
        };
        var rate = new Option<double>("--rps")
        {
            Description = "Requests a second that visitors send, over all services.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualRate,
        };
        var arrivals = new Option<Arrivals>("--arrivals") { Description = "constant, or poisson as of many people." };
        var speed = new Option<double?>("--speed")
        {
            Description = "How fast the clock goes while everybody waits; by default as fast as the traffic lets each step see what it needs.",
            HelpName = "N",
        };
        var seed = new Option<int>("--seed") { Description = "Of everything that is drawn by chance.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = "When it plays, such as 2026-11-23T09:00Z; by default now, or when the freezes that are in the way are over.",
            HelpName = "TIME",
        };
        var migrations = new Option<string?>("--migrations")
        {
            Description = "Migrate a real PostgreSQL by this folder first, and give it to every --app as DATABASE_URL: both versions run on it.",
            HelpName = "DIR",
        };
        var since = new Option<string?>("--since")
        {
            Description = "The last of the migrations that is applied before the release; by default all but the newest.",
            HelpName = "FILE",
        };
        var database = new Option<string?>("--database")
        {
            Description = "A server for that database; by default one is started with this machine's own PostgreSQL.",
            HelpName = "URL",
        };
        var simulate = new Option<int?>("--simulate")
        {
            Description = "In the place of one release that is played, simulate so many, by policy and by fault, without processes.",
            HelpName = "N",
        };
        var report = new Option<string?>("--report") { Description = "Where the report goes; by default .release/STACK/rehearsal.html.", HelpName = "FILE" };
        var keep = new Option<bool>("--keep") { Description = "Leave the rehearsal's folder, with its journal and the logs of all that ran." };
        var json = new Option<bool>("--json") { Description = "For machines: the journal's lines as they are written, and a last one of the rehearsal." };
        var command = new Command("rehearse", VerbParts.Describe(
            "Carries a whole release out on this machine, with live traffic: the same engine and the same calls of Azure as in production.\n" +
                "Needs no Azure and changes nothing. Ends as 'release run' would, and with 4 where requests were lost.",
            "release rehearse staging --tag v1.3.0",
            "release rehearse production --tag v1.3.0 --fault errors=6%@10 --report rehearsal.html",
            "release rehearse staging --tag v1.3.0 --app web='node server.js' --fault kill-engine@step-20",
            "release rehearse staging --tag v1.3.0 --migrations prisma/migrations --app api='node server.js'",
            "release rehearse staging --tag v1.3.0 --simulate 10000",
            "release rehearse --list-faults"));
        release.AddTo(command);
        Option[] own = [faults, list, apps, rate, arrivals, speed, seed, at, migrations, since, database, simulate, report, keep, json];
        foreach (var option in own)
            command.Add(option);
        command.SetAction(async (parsed, cancellation) => (int)await new RehearseCommand(verb.Open(parsed), verb.Terminal, verb.Clock).RunAsync(
            new RehearseArguments(
                release.Read(parsed),
                new RehearsedTraffic(parsed.GetValue(rate), parsed.GetValue(arrivals), parsed.GetValue(seed)),
                parsed.GetValue(speed),
                parsed.GetValue(at),
                Commands(parsed.GetValue(apps) ?? []),
                [.. (parsed.GetValue(faults) ?? []).Select(FaultSyntax.Parse)],
                parsed.GetValue(migrations) is { } folder ? new DatabaseWishes(folder, parsed.GetValue(since), parsed.GetValue(database)) : null,
                parsed.GetValue(simulate),
                parsed.GetValue(report),
                parsed.GetValue(keep),
                VerbParts.Format(parsed.GetValue(json))),
            cancellation));
        return command;
    }

    /// <exception cref="ReleaseFailure">One is no SERVICE=COMMAND, or a service has two.</exception>
    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Commands(IEnumerable<string> stated)
    {
        var commands = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var text in stated)
        {
            var cut = text.IndexOf('=', StringComparison.Ordinal);
            ImmutableArray<string> words = cut > 0 ? [.. CommandLineParser.SplitCommandLine(text[(cut + 1)..])] : [];
            if (words is [] || !commands.TryAdd(text[..cut].Trim(), words))
                throw ReleaseFailure.NoAppCommand(text);
        }

        return commands.ToImmutable();
    }
}
