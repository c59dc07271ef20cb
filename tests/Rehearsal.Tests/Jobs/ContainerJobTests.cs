using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Jobs;

public sealed class ContainerJobTests
{
    private static readonly string JobId = Id("Microsoft.App/jobs/migration");

    [Test]
    public async Task Start_EndsAsItsOutcomeSays()
    {
        using var small = await JobAsync();
        small.JobOutcomes.Next = new JobEnds(Succeeds: true, TimeSpan.FromMinutes(2));

        var started = await small.Azure.Jobs.StartAsync(JobId, template: null, default);
        small.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(started.Status, Is.EqualTo(JobStatus.Running));
        Assert.That((await small.Azure.Jobs.GetAsync(JobId, started.Execution.Name, default)).Status, Is.EqualTo(JobStatus.Succeeded));
    }

    [Test]
    public async Task Start_Failing()
    {
        using var small = await JobAsync();
        small.JobOutcomes.Next = new JobEnds(Succeeds: false, TimeSpan.Zero);

        Assert.That((await small.Azure.Jobs.StartAsync(JobId, template: null, default)).Status, Is.EqualTo(JobStatus.Failed));
    }

    [Test]
    public async Task Start_LongerThanItsTimeout_Fails()
    {
        using var small = await JobAsync();
        small.JobOutcomes.Next = new JobEnds(Succeeds: true, TimeSpan.FromMinutes(16));
        var started = await small.Azure.Jobs.StartAsync(JobId, template: null, default);

        small.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.That((await small.Azure.Jobs.GetAsync(JobId, started.Execution.Name, default)).Status, Is.EqualTo(JobStatus.Failed));
    }

    [TestCase(true, JobStatus.Succeeded)]
    [TestCase(false, JobStatus.Failed)]
    public async Task Report_EndsWhatSomebodyRuns(bool succeeded, JobStatus status)
    {
        using var small = await JobAsync();
        small.JobOutcomes.Next = new JobIsReported();
        var started = await small.Azure.Jobs.StartAsync(JobId, template: null, default);

        await small.Azure.Jobs.ReportAsync(JobId, started.Execution.Name, succeeded, default);

        Assert.That((await small.Azure.Jobs.GetAsync(JobId, started.Execution.Name, default)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Stop_EndsIt_AndNothingEndsItAgain()
    {
        using var small = await JobAsync();
        small.JobOutcomes.Next = new JobIsReported();
        var started = await small.Azure.Jobs.StartAsync(JobId, template: null, default);
        await small.Azure.Jobs.StopAsync(JobId, started.Execution.Name, default);

        await small.Azure.Jobs.ReportAsync(JobId, started.Execution.Name, succeeded: true, default);

        Assert.That((await small.Azure.Jobs.GetAsync(JobId, started.Execution.Name, default)).Status, Is.EqualTo(JobStatus.Stopped));
    }

    [Test]
    public async Task Start_Twice_IsTwoExecutions_TheNewestFirst()
    {
        using var small = await JobAsync();
        var first = await small.Azure.Jobs.StartAsync(JobId, template: null, default);
        var second = await small.Azure.Jobs.StartAsync(JobId, template: null, default);

        await small.ReopenAsync();

        Assert.That(
            (await small.Azure.Jobs.ListAsync(JobId, default)).Select(view => view.Execution.Name),
            Is.EqualTo(new[] { second.Execution.Name, first.Execution.Name }));
    }

    [Test]
    public async Task Rejects_StartWithASecretThatIsNone()
    {
        using var small = await JobAsync();
        var template = Map(("containers", List(Map(("name", "migration"), ("env", List(Map(("name", "URL"), ("secretRef", "url"))))))));

        Assert.That(await RefusalAsync(() => small.Azure.Jobs.StartAsync(JobId, template, default)), Is.EqualTo(new AzureError(
            400,
            "ContainerAppSecretRefNotFound",
            "Microsoft.App/jobs 'migration': SecretRef 'url' not found among configuration.secrets.",
            "template.containers")));
    }

    [Test]
    public async Task Rejects_UnknownExecution()
    {
        using var small = await JobAsync();

        Assert.That((await RefusalAsync(() => small.Azure.Jobs.GetAsync(JobId, "none", default))).Message, Is.EqualTo(
            "Microsoft.App/jobs 'migration' has no execution 'none'."));
    }

    private static async Task<SmallAzure> JobAsync()
    {
        var small = await AppOf.OpenAsync();
        await small.PutAsync(
            "azure-native:app:Job",
            ("jobName", "migration"),
            ("environmentId", AppOf.EnvironmentId),
            ("configuration", Map(("replicaTimeout", 900))),
            ("template", Map(("containers", List(Map(("name", "migration"), ("image", "r.io/migration:v1")))))));
        return small;
    }
}
