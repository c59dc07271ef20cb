using System.CommandLine;
using System.Runtime.CompilerServices;

namespace ReleaseInfra.Cli.Commands.Verbs;

internal static class MigrationsVerb
{
    public static Command Create(VerbContext verb) => new("migrations", "Tries migrations on a real PostgreSQL.") { Check(verb) };

    private static Command Check(VerbContext verb)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of migrations: files of SQL in order, or Prisma's." };
        var since = new Option<string?>("--since") { Description = "The last migration that is applied already: those after it are checked.", HelpName = "FILE" };
        var from = new Option<string?>("--from") { Description = "The first migration to check; by default the first there is.", HelpName = "FILE" };
        var rows = new Option<int>("--rows")
        {
            Description = "Rows in every table before each migration.",
            HelpName = "N",
            DefaultValueFactory = _ => MigrationsCheckCommand.UsualRows,
        };
        var database = new Option<string?>("--database")
        {
            Description = "A server to make databases on, and drop them; by default one is started.",
            HelpName = "URL",
        };
        var window = new Option<string[]>("--window")
        {
            Description = "A version that traffic could go back to; once for each.",
            HelpName = "TAG",
        };
        var stack = new Option<string?>("--stack") { Description = "Its slots' versions are those that traffic could go back to.", HelpName = "STACK" };
        var json = VerbParts.Json();
        var markdown = VerbParts.Markdown();
        var command = new Command("check", VerbParts.Describe(
            "Tries migrations on a real PostgreSQL with rows in every table: what they would lock, rewrite and break, and how to do it instead.\n" +
                "Ends with 0 where nothing is unsafe, and with 4 where something is.",
            "release migrations check db/migrations",
            "release migrations check prisma/migrations --from 20261120_add_role --stack production",
            "release migrations check db/migrations --since 0041_orders.sql --window v1.2.0 --window v1.3.0 --markdown"))
        {
            folder,
            since,
            from,
            rows,
            database,
            window,
            stack,
            json,
            markdown,
        };
        command.SetAction((parsed, cancellation) => CheckAsync(
            verb,
            parsed,
            new MigrationsCheckArguments(
                parsed.GetValue(folder)!,
                parsed.GetValue(since),
                parsed.GetValue(from),
                parsed.GetValue(rows),
                parsed.GetValue(database),
                parsed.GetValue(window) ?? [],
                parsed.GetValue(stack),
                VerbParts.Format(parsed.GetValue(json), parsed.GetValue(markdown))),
            cancellation));
        return command;
    }

    // By itself, or what talks to PostgreSQL would be loaded for every other verb.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> CheckAsync(VerbContext verb, ParseResult parsed, MigrationsCheckArguments arguments, CancellationToken cancellation) =>
        (int)await new MigrationsCheckCommand(
            () => verb.Open(parsed), Environment.GetEnvironmentVariable("PATH"), verb.Terminal, verb.Clock).RunAsync(arguments, cancellation);
}
