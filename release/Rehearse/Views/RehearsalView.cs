using System.Globalization;
using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Rehearse.Views;

/// <summary>What a rehearsal says before the release and after it; in between the release speaks for itself.</summary>
internal sealed class RehearsalView(ITerminal terminal, OutputFormat format, WorldPlan plan)
{
    private readonly StyledWriter _writer = new(terminal.Output, terminal.OutputColour);

    private string Stack => plan.Settings.Stack.Name;

    /// <summary>Shows the release itself.</summary>
    public IJournalWatcher Watch(TimeProvider time)
    {
        var watcher = Watchers.For(terminal, format, time);
        return format == OutputFormat.Text && terminal.OutputSize is null ? new WithoutPassed(watcher) : watcher;
    }

    public void Begin()
    {
        if (format == OutputFormat.Json)
            return;
        _writer.Write(Style.Heading, $"Rehearsing {plan.Tag.Text} in {Stack}");
        _writer.WriteLine(": what 'release run' would do there, on this machine. Nothing of it leaves this machine.");
        foreach (var assumed in plan.Script.Assumed)
            Row("supposing", assumed);
        foreach (var fault in plan.Faults)
            Row("fault", $"{fault}: {fault.Kind.Does}");
        terminal.Output.Flush();
    }

    public void Open(RehearsalWorld world, RehearsedTraffic traffic)
    {
        if (format == OutputFormat.Json)
            return;
        var hosts = RehearsedTraffic.Targets(world, plan).Select(target => target.App).Order(StringComparer.Ordinal);
        Row("Azure", $"{world.Resources} resources, embedded");
        Row("running", $"{world.Apps.Versions.Length} processes");
        Row("visitors", $"{Number(traffic.PerSecond)} requests a second to {string.Join(", ", hosts)} at http://{world.Ingress.Address}");
        Row("clock", $"starts at {plan.Script.Start:yyyy-MM-dd HH:mm} UTC, and waits up to {Number(RehearsalTempo.Highest)} times as fast as this machine's");
        _writer.WriteLine();
        terminal.Output.Flush();
    }

    /// <param name="report">The page's file, as people name it; null where there is none.</param>
    public void End(RehearsalResult result, string? report)
    {
        if (format == OutputFormat.Json)
        {
            RehearsalJson.Write(plan, result, report, terminal.Output);
            return;
        }

        _writer.WriteLine();
        _writer.WriteLine(Style.Heading, Outcome(result));
        var clients = result.Clients;
        Row("requests", $"{Number(clients.Sent)} sent, {Number(clients.Answered - clients.Failed)} answered well, {Number(clients.Failed)} badly, {Number(clients.Lost)} lost");
        foreach (var lost in clients.FirstLost.Take(3))
            Row("", $"lost at {lost.At:HH:mm:ss}, {lost.App}: {lost.Why}");
        Row("latency", $"p50 {Milliseconds(clients.P50)}, p95 {Milliseconds(clients.P95)}, p99 {Milliseconds(clients.P99)}, with the time that requests waited to be sent");
        if (result.Times.ToDecide is { } decide)
            Row("detection", $"{PlanText.Of(decide)} from the first bad response to the decision");
        if (result.Times.ToReturn is { } back)
            Row("way back", $"{PlanText.Of(back)} from the decision until the old version had everything");
        if (result.Kills > 0)
            Row("killed", $"the engine, {result.Kills} times; each time it was resumed");
        Row("took", $"{PlanText.Of(result.Took)} on this machine{(result.Duration is { } duration ? $", {PlanText.Of(duration)} by the release's clock" : "")}");
        if (report is not null)
            Row("report", report);
        if (result.Complaints.Length > 0)
            terminal.Error.WriteLine(result.Complaints);
        terminal.Output.Flush();
    }

    private string Outcome(RehearsalResult result) => result.Standing is { } standing
        ? RunEnd.SummaryOf($"{Stack}, rehearsed", standing.State, result.Duration ?? TimeSpan.Zero)
        : $"{Stack}, rehearsed: the release did not begin";

    private void Row(string name, string text)
    {
        _writer.Write(Style.Muted, $"  {name,-10} ");
        _writer.WriteLine(text);
    }

    private static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms");
}
