using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests;

/// <summary>An embedded Azure with one resource group, in a folder of the test's own, by a clock that the test moves.</summary>
internal sealed class SmallAzure : IDisposable
{
    public const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shop";

    private readonly TemporaryFolder _folder = new();

    private SmallAzure(Func<EmbeddedAzureOptions, EmbeddedAzureOptions> set) => Options = set(new EmbeddedAzureOptions
    {
        Scope = new AzureScope("staging", "westeurope"),
        File = Path.Combine(_folder.Path, "azure.json"),
        Time = Time,
        SecretDigest = secret => $"digest of {secret.Length}",
        Health = Health,
        JobOutcomes = JobOutcomes,
    });

    public ManualTime Time { get; } = new();

    public ScriptedHealth Health { get; } = new();

    public ScriptedJobs JobOutcomes { get; } = new();

    public EmbeddedAzureOptions Options { get; }

    public EmbeddedAzure Azure { get; private set; } = null!;

    public static async Task<SmallAzure> OpenAsync(OperationDurations? durations = null)
    {
        var small = new SmallAzure(options => options with { Durations = durations ?? new OperationDurations() });
        small.Azure = await EmbeddedAzure.OpenAsync(small.Options, default);
        await small.PutAsync("azure-native:resources:ResourceGroup", ("location", "westeurope"));
        return small;
    }

    /// <summary>As another process finds it.</summary>
    public async Task ReopenAsync()
    {
        await Azure.SaveAsync(default);
        Azure.Dispose();
        Azure = await EmbeddedAzure.OpenAsync(Options, default);
    }

    public Task<PutResult> PutAsync(string type, params (string Key, object Value)[] inputs) =>
        Azure.Resources.PutAsync(new DeclaredResource(type, "thing", Map([("resourceGroupName", "rg-shop"), .. inputs])), default);

    /// <summary>What Azure refused it with.</summary>
    public async Task<AzureError> RefusalOfAsync(string type, params (string Key, object Value)[] inputs) =>
        await RefusalAsync(() => PutAsync(type, inputs));

    public static async Task<AzureError> RefusalAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (AzureException refused)
        {
            return refused.Error;
        }

        throw new AssertionException("It was not refused.");
    }

    public static Dictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        Last(entries);

    /// <summary>The later of two with the same key.</summary>
    private static Dictionary<string, object> Last((string Key, object Value)[] entries)
    {
        var map = new Dictionary<string, object>();
        foreach (var (key, value) in entries)
            map[key] = value;
        return map;
    }

    public static object[] List(params object[] items) => items;

    public static string Id(string path) => $"{Group}/providers/{path}";

    public void Dispose()
    {
        Azure.Dispose();
        _folder.Dispose();
    }
}

/// <summary>Revisions are healthy unless named otherwise.</summary>
internal sealed class ScriptedHealth : IRevisionHealth
{
    public Dictionary<string, RevisionHealth> Of { get; } = [];

    RevisionHealth IRevisionHealth.Of(string appId, Revision revision) => Of.GetValueOrDefault(revision.Name, RevisionHealth.Healthy);
}

internal sealed class ScriptedJobs : IJobOutcomes
{
    public JobOutcome Next { get; set; } = new JobEnds(Succeeds: true, TimeSpan.Zero);

    public JobOutcome Of(string jobId, string execution) => Next;
}
