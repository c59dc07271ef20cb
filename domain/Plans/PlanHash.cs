using System.Security.Cryptography;
using System.Text;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Domain.Plans;

/// <summary>The identity of what a plan would do: of versions, order, steps and what judges them.</summary>
internal static class PlanHash
{
    // Raised whenever the text is made in another way, so that an approval of one meaning is never one of another.
    private const string Form = "release-plan 2";

    public static string Of(PlanRequest request, RolloutCourse course) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(request, course))));

    internal static string Text(PlanRequest request, RolloutCourse course)
    {
        var text = new StringBuilder();
        Line(Form, request.Stack.ToString(), Kind(request.Kind));
        if (request.Kind is UrgentRelease urgent)
            Line("reason", urgent.Reason, Seconds(urgent.LongestBake));
        foreach (var member in course.Members)
        {
            var version = request.Versions.Single(version => version.Service == member.Service);
            Line("service", member.Service, member.Movement.ToString(), version.Slot?.Name(), version.From?.Text, version.To.Text, version.Revision);
        }

        Line("before", course.Migrates, course.Drills);
        foreach (var step in course.Steps)
            Line("step", step.Weight, Seconds(step.Bake), step.NeedsApproval);
        var (rollout, deadlines) = (request.Rollout, course.Deadlines);
        Line("back-at", rollout.RollBackAt.ErrorRatePercent.ToString("0.####"), rollout.RollBackAt.P95Milliseconds, rollout.FailedHealthChecks);
        Line("watch", Seconds(rollout.Watch), rollout.WatchAt.ErrorRatePercent.ToString("0.####"), rollout.WatchAt.P95Milliseconds);
        Line("evidence", rollout.Evidence.Samples, rollout.Evidence.Requests);
        Line("regression", request.Regressions.Alpha.ToString("R"), request.Regressions.Tolerance.ToString("R"));
        var gates = rollout.Gates;
        Line("gates", Seconds(gates.Interval), Seconds(gates.InitialDelay), gates.InconclusiveLimit, gates.ConsecutiveErrorLimit);
        Line("levels", gates.DatabaseCpuPercent, gates.DatabaseConnections, gates.ReplicaRestarts);
        foreach (var (service, queue) in gates.Queues)
            Line("queue", service, queue.Metric, queue.Depth);
        if (gates.Webhook is { } webhook)
            Line("webhook", webhook.Url, Seconds(webhook.Within));
        foreach (var (service, tests) in request.SmokeTests)
        {
            foreach (var test in tests)
            {
                Line("smoke", service, test.Request, test.Status, test.BodyHolds, Seconds(test.Within));
                foreach (var (name, value) in test.Headers)
                    Line("header", name, value);
            }
        }

        Line(
            "deadlines",
            Seconds(deadlines.Proof), Seconds(deadlines.Backup), Seconds(deadlines.Migration), Seconds(deadlines.Deploy),
            Seconds(deadlines.Health), Seconds(deadlines.Smoke), Seconds(deadlines.Metrics), Seconds(deadlines.RollBack),
            Seconds(deadlines.Watch), Seconds(deadlines.Approval), Seconds(deadlines.Hold));
        return text.ToString();

        // With each part's length before it, so that no text in one part can look like two.
        void Line(params ReadOnlySpan<object?> parts)
        {
            foreach (var part in parts)
            {
                var written = part?.ToString() ?? "";
                text.Append(written.Length).Append(':').Append(written).Append(' ');
            }

            text.Append('\n');
        }
    }

    private static string Kind(ReleaseKind kind) => kind switch
    {
        RegularRelease => "regular",
        Hotfix => "hotfix",
        SecurityRelease => "security",
        _ => throw new ArgumentException($"Unknown kind of release {kind.GetType().Name}.", nameof(kind)),
    };

    private static string Seconds(TimeSpan? duration) => duration is { } some ? some.TotalSeconds.ToString("0.###") : "";
}
