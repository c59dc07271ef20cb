using System.Text.Json.Nodes;
using ReleaseInfra.Tests.Support.Scripted;

namespace ReleaseInfra.Release.Tests.Engine.Contract;

/// <summary>Records what Pulumi would say of a stack that is as the last command left it, and of what is declared now.</summary>
internal sealed class ScriptedStack(ScriptedPulumi pulumi, string release)
{
    private readonly List<Snapshot> _snapshots = [Snapshot.Empty];
    private bool _locked;

    /// <summary>The next update finds somebody else at work.</summary>
    public void Lock() => _locked = true;

    /// <param name="interrupted">The update holds after its first change, and then ends as one that was interrupted.</param>
    public void Record(IReadOnlyList<ContractResource> declared, bool interrupted)
    {
        var before = Current;
        ScriptedResource[] after = [ScriptedResource.Stack(Outputs(declared.Count)), .. declared.Select(Resource)];
        var changes = Changes(before.Resources, after);
        pulumi.On("stack-select");
        foreach (var (command, text) in Answers(before))
            pulumi.On(command).Says(text);
        pulumi.On("preview").Emits([.. changes.Select(change => change.Begins), EventLines.Summary(("create", 1)), EventLines.Cancel]);
        RecordUp(before, after, changes, interrupted);
        RecordDestroy(before);
    }

    private Snapshot Current => _snapshots[pulumi.Read("snapshot") is { } number ? int.Parse(number, provider: null) : 0];

    private void RecordUp(Snapshot before, ScriptedResource[] after, StepOf[] changes, bool interrupted)
    {
        var failure = Array.FindIndex(changes, change => change.Name == ContractResource.Refused.Name);
        var done = interrupted ? [.. changes.Take(2)] : failure < 0 ? changes : changes[..failure];
        var up = pulumi.On("up");
        if (_locked)
        {
            up.Complains(BackendTexts.OwnBackendLocked).Ends(255);
            _locked = false;
            return;
        }

        var failed = interrupted || failure >= 0;
        ScriptedResource[] reached = failed
            ? [.. before.Resources.Where(old => done.All(change => change.Urn != old.Urn)), .. after.Where(now => done.Any(change => change.Urn == now.Urn))]
            : after;
        up.Emits([
            .. done.SelectMany(change => new[] { change.Begins, change.Ends }),
            .. failure >= 0 && !interrupted
                ? new[] { EventLines.Error($"Code=\"InvalidName\" password={ContractResource.ClearSecret}", changes[failure].Urn) }
                : [],
            EventLines.Cancel]);
        if (interrupted)
            up.Holds().Complains("error: update canceled\n");
        Leaves(up.Ends(failed ? 255 : 0), before.Then("update", failed ? "failed" : "succeeded", release, reached, Counted(done)));
    }

    private void RecordDestroy(Snapshot before) => Leaves(
        pulumi.On("destroy").Emits([.. Changes(before.Resources, []).SelectMany(change => new[] { change.Begins, change.Ends })]),
        before.Then("destroy", "succeeded", release, [], []));

    private void Leaves(Playback playback, Snapshot snapshot)
    {
        _snapshots.Add(snapshot);
        playback.Then("snapshot", $"{_snapshots.Count - 1}");
        foreach (var (command, text) in Answers(snapshot))
            playback.Then($"{command}/stdout", text);
    }

    private static IEnumerable<(string Command, string Text)> Answers(Snapshot snapshot)
    {
        var outputs = snapshot.Resources.FirstOrDefault(resource => resource.Type == ScriptedResource.StackType)?.Outputs ?? [];
        yield return ("stack-export", BackendTexts.Export(snapshot.Resources));
        yield return ("stack-history", new JsonArray([.. snapshot.History.Select(update => update.DeepClone())]).ToJsonString());
        yield return ("stack-output", Shown(outputs, _ => "[secret]"));
        yield return ("stack-output-clear", Shown(outputs, _ => ContractResource.ClearSecret));
    }

    private static string Shown(JsonObject outputs, Func<JsonObject, string> secret) => new JsonObject(outputs.Select(output =>
        KeyValuePair.Create(output.Key, output.Value is JsonObject hidden ? secret(hidden) : output.Value?.DeepClone()))).ToJsonString();

    private static StepOf[] Changes(IReadOnlyList<ScriptedResource> before, IReadOnlyList<ScriptedResource> after) =>
    [
        .. after.Select(now => StepOf.Of(before.FirstOrDefault(old => old.Urn == now.Urn), now)),
        .. before.Where(old => after.All(now => now.Urn != old.Urn)).Select(gone => StepOf.Of(gone, null)),
    ];

    private static (string, int)[] Counted(StepOf[] steps) =>
        [.. steps.GroupBy(step => step.Operation).Select(steps => (steps.Key, steps.Count(step => step.Name != "release-infra-dev"))).Where(count => count.Item2 > 0)];

    private static JsonObject Outputs(int count) =>
        new() { ["count"] = $"{count} groups", ["password"] = BackendTexts.Secret(ContractResource.ClearSecret) };

    private static ScriptedResource Resource(ContractResource resource) => new(
        "azure-native:resources:ResourceGroup",
        resource.Name,
        new JsonObject { ["resourceGroupName"] = $"rg-{resource.Name}", ["tags"] = new JsonObject { ["team"] = resource.Team } });

    private sealed record StepOf(string Operation, string Name, string Urn, string Begins, string Ends)
    {
        public static StepOf Of(ScriptedResource? old, ScriptedResource? now)
        {
            var operation = (old, now) switch
            {
                (null, _) => "create",
                (_, null) => "delete",
                _ when JsonNode.DeepEquals(old.Inputs, now.Inputs) => "same",
                _ => "update",
            };
            (string, string)[] detailed = operation == "update" ? [("tags.team", "update")] : [];
            var one = (now ?? old)!;
            return new StepOf(operation, one.Name, one.Urn, EventLines.Begins(operation, old, now, detailed), EventLines.Ends(operation, old, now));
        }
    }

    private sealed record Snapshot(IReadOnlyList<ScriptedResource> Resources, IReadOnlyList<JsonObject> History)
    {
        public static readonly Snapshot Empty = new([], []);

        public Snapshot Then(string kind, string result, string release, IReadOnlyList<ScriptedResource> resources, (string, int)[] changes) =>
            new(resources, [BackendTexts.Update(History.Count + 1, kind, result, "release v1: x, by ann@laptop", release, changes), .. History]);
    }
}
