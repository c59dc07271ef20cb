using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>When an update that nobody kills gets where, and what it leaves.</summary>
internal sealed record UndisturbedUpdate(KilledCase Case, TimeSpan[] Reached, StackFiles Left)
{
    public static async Task<UndisturbedUpdate> MeasureAsync(KilledCase @case)
    {
        using var workspace = await @case.WorkspaceAsync();
        using var update = @case.Start(workspace);
        var reached = new TimeSpan[(int)Landmark.Ended + 1];
        foreach (var landmark in Enum.GetValues<Landmark>())
        {
            await update.ReachAsync(landmark);
            reached[(int)landmark] = update.Elapsed;
        }

        var run = await update.EndAsync();
        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        await InAsync(workspace, "up", KilledCase.Stack, "--yes");
        return new UndisturbedUpdate(@case, reached, StackFiles.Read(workspace, KilledCase.Stack));
    }

    /// <summary>Anywhere from a landmark to a little behind the next one, most of them where things are changed.</summary>
    public KillMoment Draw(Random random)
    {
        Landmark[] drawn = [Landmark.Started, Landmark.Locked, Landmark.Recorded, Landmark.Recorded, Landmark.Recorded];
        var from = drawn[random.Next(drawn.Length)];
        var usual = Reached[(int)from + 1] - Reached[(int)from];
        return new KillMoment(from, usual * 1.2 * random.NextDouble());
    }
}

/// <param name="After">Counted from what is seen and not from the start, which takes twice as long on a busy machine.</param>
internal sealed record KillMoment(Landmark After, TimeSpan Delay);
