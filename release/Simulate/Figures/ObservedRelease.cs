using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Simulate.World;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Simulate.Figures;

/// <summary>A release as its journal tells of it, whoever writes that.</summary>
internal sealed class ObservedRelease
{
    private DateTimeOffset _began;
    private DateTimeOffset _last;
    private DateTimeOffset? _left;
    private DateTimeOffset? _turned;
    private DateTimeOffset? _held;
    private RolloutState? _state;

    public void See(JournalRecord record, ReleaseStanding standing)
    {
        if (ReferenceEquals(standing.State, _state))
            return;
        if (_state is null)
            _began = record.At;
        (_state, _last) = (standing.State, record.At);
        switch (_state)
        {
            case Held when _turned is null:
                _held ??= record.At;
                _left ??= record.At;
                break;
            case RollingBack:
                _turned ??= record.At;
                _left ??= record.At;
                break;
            case Aborted:
                _left ??= record.At;
                break;
        }
    }

    public ReleaseOutcome Outcome(SimulatedWorld world)
    {
        var (requests, failed, outage) = Count(world);
        var ending = Ending();
        return new ReleaseOutcome(
            ending,
            (ending == RehearsedEnding.Held ? _held ?? _last : _last) - _began,
            ending == RehearsedEnding.Settled ? null : _left - world.Troubles.Began,
            _state is RolledBack ? _last - _turned : null,
            requests,
            failed,
            outage);
    }

    private RehearsedEnding Ending() => _state switch
    {
        Settled => RehearsedEnding.Settled,
        Aborted => RehearsedEnding.Aborted,
        RolledBack when _held is null => RehearsedEnding.RolledBack,
        _ => RehearsedEnding.Held,
    };

    private (long Requests, long Failed, int OutageMinutes) Count(SimulatedWorld world)
    {
        var limit = (double)world.Scene.Settings.Rollout.RollBackAt.ErrorRatePercent / 100;
        var (all, outage) = (default(Tally), 0);
        var last = world.Visitors.MinuteOf(_last);
        for (var minute = world.Visitors.MinuteOf(_began); minute <= last; minute++)
        {
            var sum = default(Tally);
            foreach (var version in world.Services.SelectMany(service => service.Versions))
                sum += version.Asked(minute);
            all += sum;
            if (sum.Requests > 0 && sum.Rate > limit)
                outage++;
        }

        return (all.Requests, all.Failures, outage);
    }
}
