namespace ReleaseInfra.Domain.Drift;

/// <summary>What to do about a finding.</summary>
internal sealed record Remedies(string Stack, string Group)
{
    /// <summary>For what the release's few lines say.</summary>
    public string PutBack => $"Put it back with 'release up {Stack}', or take it into Pulumi.{Stack}.yaml.";

    /// <summary>For what no release ever changes.</summary>
    public string OnlyPutBack => $"Put it back with 'release up {Stack}'.";

    public string Create => $"'release up {Stack}' creates it.";

    /// <summary>A template moves on, so only the newest revision can be made again as it was.</summary>
    public string ReleaseAgain => $"Azure has it no longer. Release its tag again with a higher 'revision' in Pulumi.{Stack}.yaml.";

    public string Declare => $"Delete it if nobody needs it, or declare it in stacks/environments/{Stack}.json.";

    public string Activate(string app, string revision) => $"Start it: {Revision("activate", app, revision)}";

    public string Deactivate(string app, string revision) => $"Stop it once nobody needs it: {Revision("deactivate", app, revision)}";

    private string Revision(string verb, string app, string revision) =>
        $"az containerapp revision {verb} --resource-group {Group} --name {app} --revision {revision}";
}
