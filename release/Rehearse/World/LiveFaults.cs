using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Rehearsal.Running;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>Makes things go wrong when the release comes to where they are to.</summary>
internal sealed class LiveFaults(ImmutableArray<RehearsalFault> faults, ImageTag tag) : IJournalListener, IAsyncDisposable
{
    /// <summary>As the program states it to every version.</summary>
    private const string TagVariable = "RELEASE_TAG";

    private readonly CancellationTokenSource _over = new();
    private readonly HashSet<RehearsalFault> _struck = new(ReferenceEqualityComparer.Instance);
    private readonly List<Task> _striking = [];
    private int _weight;

    /// <summary>What kills the engine.</summary>
    public Action Kill { get; set; } = () => { };

    /// <summary>Where things go wrong; null before there is one.</summary>
    public RehearsalWorld? World { get; set; }

    public VersionBehaviour BehaviourOf(RunnableVersion version) => VersionFaults.Of(
        faults, isNew: version.Variables.GetValueOrDefault(TagVariable) == tag.Text, Volatile.Read(ref _weight));

    public async Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        Rise(record, standing);
        foreach (var fault in faults)
        {
            if (IsDue(fault, standing) && _struck.Add(fault))
                await StrikeAsync(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await ((Task)Task.WhenAll(_striking)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    /// <summary>A weight that was once there is there: a rollback does not make a bad version good.</summary>
    private void Rise(JournalRecord record, ReleaseStanding standing)
    {
        var weight = standing.Began.Course.Members.Max(member => standing.State.NewWeight(member.Service));
        if (record.Entry is WorkBegan { Work: Domain.Journal.Works.WeightChange change })
            weight = Math.Max(weight, change.Weight);
        if (weight <= _weight)
            return;
        Volatile.Write(ref _weight, weight);
        World?.Apps.Refresh();
    }

    private bool IsDue(RehearsalFault fault, ReleaseStanding standing) => fault switch
    {
        KillEngineFault kill => kill.At.Is(standing.State),
        LastingFault lasting => lasting.IsThereAt(_weight),
        _ => true,
    };

    private async Task StrikeAsync(RehearsalFault fault)
    {
        var world = World ?? throw new InvalidOperationException("There is no world for anything to go wrong in.");
        switch (fault)
        {
            case KillEngineFault:
                Kill();
                break;
            case NoMetricsFault:
                world.Ledger.Hidden = true;
                break;
            case DatabaseSlowFault:
                world.Database.Strain();
                break;
            case ConfigConflictFault when !await StrangerWrite.DoAsync(world.Azure, _over.Token):
                // Nobody's traffic is split yet: at the next line, then.
                _struck.Remove(fault);
                break;
            default:
                _striking.Add(new AzureFaults(world.Arm.Faults, world.Time).StrikeAsync(fault, _over.Token));
                break;
        }
    }
}
