using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Drift;

/// <summary>What to do about a finding.</summary>
/// <remarks>
/// The commands are Azure's own: an update compares with what was applied last, so it does not see what somebody else changed
/// since, and would put nothing back.
/// </remarks>
internal sealed record Remedies(string Stack, string Group)
{
    public string Missing =>
        $"'release up {Stack}' creates it, if it was never there. If somebody deleted it, 'pulumi refresh --stack {Stack}' comes first.";

    /// <summary>A template moves on, so only the newest revision can be made again as it was.</summary>
    public string ReleaseAgain => $"Azure has no such revision to go back to. Release its tag again with a higher 'revision' in Pulumi.{Stack}.yaml.";

    public string Declare => $"Delete it if nobody needs it, or declare it in stacks/environments/{Stack}.json.";

    public string Weights(string app, IEnumerable<TrafficShare> shares) => OrRelease(App(
        "ingress traffic set", app, $"--revision-weight {string.Join(' ', shares.Select(share => $"{share.Revision}={share.Weight}"))}"));

    public string AddLabel(string app, string revision, string label) =>
        $"Put it back: {App("revision label add", app, $"--label {label} --revision {revision}")}";

    public string RemoveLabel(string app, string label) => $"Put it back: {App("revision label remove", app, $"--label {label}")}";

    public string Mode(string app, string mode) => $"Put it back: {App("revision set-mode", app, $"--mode {mode.ToLowerInvariant()}")}";

    public string Activate(string app, string revision) => $"Start it: {App("revision activate", app, $"--revision {revision}")}";

    public string Deactivate(string app, string revision) =>
        $"Stop it once nobody needs it: {App("revision deactivate", app, $"--revision {revision}")}";

    public string AppImage(string app, string image) => OrRelease(App("update", app, $"--image {image}"));

    public string JobImage(string job, string image) => OrRelease(App("job update", job, $"--image {image}"));

    /// <param name="slot">Null for the site itself.</param>
    public string SiteImage(string site, string? slot, string image) => OrRelease(
        Site("config container set", site, $"--container-image-name {image}{(slot is null ? "" : $" --slot {slot}")}"));

    public string RampUp(string site, ExpectedSlot? slot) => OrRelease(slot is { Percent: > 0 }
        ? Site("traffic-routing set", site, $"--distribution {slot.Name}={slot.Percent}")
        : Site("traffic-routing clear", site, ""));

    private string OrRelease(string command) => $"Take it into Pulumi.{Stack}.yaml, or put it back: {command}";

    private string App(string verb, string name, string rest) => Az("containerapp", verb, name, rest);

    private string Site(string verb, string name, string rest) => Az("webapp", verb, name, rest);

    private string Az(string service, string verb, string name, string rest) =>
        $"az {service} {verb} --resource-group {Group} --name {name} {rest}".TrimEnd();
}
