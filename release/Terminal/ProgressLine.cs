using Spectre.Console;

namespace ReleaseInfra.Cli.Terminal;

/// <summary>One moving line while work goes on. In a type of its own, so that Spectre.Console is loaded only where it draws.</summary>
internal static class ProgressLine
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    public static Task ShowAsync(TextWriter error, LatestMessage latest, Task work, TimeProvider clock)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Status().StartAsync(Markup.Escape(latest.Text), async status =>
        {
            while (!work.IsCompleted)
            {
                await Task.WhenAny(work, Task.Delay(Refresh, clock));
                status.Status(Markup.Escape(latest.Text));
            }
        });
    }
}
