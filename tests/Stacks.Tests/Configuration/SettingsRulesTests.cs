using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Stacks.Tests.Configuration.ReadConfiguration;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>Azure's rules for an environment's settings: one edit, and exactly the problems that it makes.</summary>
public sealed class SettingsRulesTests
{
    private TemporaryWorkspace _workspace = null!;

    [SetUp]
    public void CopyWorkspace() => _workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [TestCase("\"minimum\": 1, \"maximum\": 3", "\"minimum\": 4, \"maximum\": 3", "RI1102 services.web.replicas.maximum: The maximum of 3 replicas is below the minimum of 4.")]
    [TestCase("\"minimum\": 1, \"maximum\": 3", "\"minimum\": 1, \"maximum\": 1001", "RI1008 services.web.replicas.maximum: '1001' is not a whole number from 1 to 1000.")]
    [TestCase("\"minimum\": 1, \"maximum\": 3", "\"minimum\": 0, \"maximum\": 3")]
    [TestCase("\"minimum\": 1, \"maximum\": 2", "\"minimum\": 0, \"maximum\": 2", "RI1103 services.worker.replicas.minimum: Without ingress nothing wakes a service that has no replica.")]
    [TestCase("\"web\": {", "\"web\": { \"cpu\": 0.3,", "RI1101 services.web.cpu: Container Apps has no 0.3 vCPU.")]
    [TestCase("\"web\": {", "\"web\": { \"cpu\": 4.25,", "RI1008 services.web.cpu: '4.25' is not a number from 0.25 to 4.")]
    [TestCase("\"web\": {", "\"web\": { \"cpu\": 4, \"memoryGi\": 8,")]
    [TestCase("\"web\": {", "\"web\": { \"host\": \"aks\",", "RI1009 services.web.host: 'aks' is not known here.")]
    [TestCase("\"web\": {", "\"web\": { \"variables\": { \"1X\": \"y\" },", "RI1008 services.web.variables.1X: The value is not a variable's name: letters, digits and '_', no digit first.")]
    [TestCase("\"web\": {", "\"web\": { \"secrets\": { \"NODE_ENV\": \"cache-url\" },", "RI1104 services.web.variables.NODE_ENV: 'NODE_ENV' stands in both variables and secrets.")]
    [TestCase("\"web\": {", "\"web\": { \"secrets\": { \"KEY\": \"stripe-key/0123456789abcdef0123456789abcdef\" },")]
    [TestCase("\"web\": {", "\"web\": { \"variables\": { \"release_tag\": \"v9\" }, \"secrets\": { \"CONTAINER_APP_NAME\": \"cache-url\" },", "RI1125 services.web.variables.release_tag: 'release_tag' is set by the program.", "RI1125 services.web.secrets.CONTAINER_APP_NAME: 'CONTAINER_APP_NAME' is set by Container Apps.")]
    [TestCase("\"web\": {", "\"web\": { \"variables\": { \"WEBSITES_PORT\": \"1\", \"CONTAINER_APPS\": \"2\" },")]
    [TestCase("\"worker\": {", "\"admin\": { \"variables\": { \"WEBSITES_PORT\": \"1\", \"CONTAINER_APP_NAME\": \"2\" }, \"secrets\": { \"WEBSITES_ENABLE_APP_SERVICE_STORAGE\": \"cache-url\" } }, \"worker\": {", "RI1125 services.admin.variables.WEBSITES_PORT: 'WEBSITES_PORT' is set by the program.", "RI1125 services.admin.secrets.WEBSITES_ENABLE_APP_SERVICE_STORAGE: 'WEBSITES_ENABLE_APP_SERVICE_STORAGE' is set by the program.")]
    [TestCase("\"network\":", "\"migration\": { \"variables\": { \"OTEL_RESOURCE_ATTRIBUTES\": \"x\" } },\n  \"network\":", "RI1125 migration.variables.OTEL_RESOURCE_ATTRIBUTES: 'OTEL_RESOURCE_ATTRIBUTES' is set by the program.")]
    [TestCase("\"web\": {", "\"web\": { \"secrets\": { \"KEY_A\": \"stripe-key/0123456789abcdef0123456789abcdef\", \"KEY_B\": \"Stripe-Key/0123456789abcdef0123456789abcdef\" },")]
    [TestCase("\"network\":", "\"migration\": { \"secrets\": { \"KEY_A\": \"stripe-key/0123456789abcdef0123456789abcdef\", \"KEY_B\": \"Stripe-Key/fedcba9876543210fedcba9876543210\" } },\n  \"network\":", "RI1126 migration.secrets.KEY_B: 'KEY_B' and 'KEY_A' are two versions of one secret, and a container app has one at a time.")]
    [TestCase("\"worker\": {", "\"admin\": { \"secrets\": { \"KEY_A\": \"stripe-key/0123456789abcdef0123456789abcdef\", \"KEY_B\": \"stripe-key/fedcba9876543210fedcba9876543210\" } }, \"worker\": {")]
    [TestCase("\"web\": {", "\"web\": { \"image\": \"App-Web:latest\",", "RI1008 services.web.image: 'App-Web:latest' is not an image's repository without server and tag, such as app-web.")]
    [TestCase("\"web\": {", "\"Web\": { \"host\": \"container-apps\" }, \"web\": {", "RI1004 services.web: The key 'web' stands here a second time; the first is at stacks/environments/staging.json:5.")]
    [TestCase("\"worker\": {", "\"admin\": { \"healthPath\": \"api/health\" }, \"worker\": {", "RI1008 services.admin.healthPath: 'api/health' is not a path from the root of the service, such as /api/health.")]
    [TestCase("\"web\": {", "\"migration\": { \"host\": \"container-apps\", \"image\": \"m\", \"cpu\": 0.5, \"memoryGi\": 1, \"replicas\": { \"minimum\": 1, \"maximum\": 1 } }, \"web\": {", "RI3003 services.migration: A service cannot be named 'migration': a release names the migration job so.")]
    [TestCase("\"sku\": \"Standard_B1ms\"", "\"sku\": \"Standard_D2ds_v5\"", "RI1107 database.sku: 'Standard_D2ds_v5' is no SKU of the tier burstable.")]
    [TestCase("\"sku\": \"Standard_B1ms\"", "\"sku\": \"Standard_B1ms\", \"storageGb\": 100", "RI1008 database.storageGb: '100' is not one of 32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767.")]
    [TestCase("\"sku\": \"Standard_B1ms\"", "\"sku\": \"Standard_B1ms\", \"backupRetentionDays\": 6", "RI1008 database.backupRetentionDays: '6' is not a whole number from 7 to 35.")]
    [TestCase("\"sku\": \"Standard_B1ms\"", "\"sku\": \"Standard_B1ms\", \"version\": \"10\"", "RI1009 database.version: '10' is not known here.")]
    [TestCase("\"sku\": \"Standard_B1ms\"", "\"sku\": \"Standard_B1ms\", \"version\": 17", "RI1007 database.version: This is a number, not text.")]
    [TestCase("\"sku\": \"Standard_B1ms\"", "\"sku\": \"Standard_B1ms\", \"serverName\": \"a--b\"", "RI3001 database.serverName: The PostgreSQL server would be named 'a--b', which has '--' in it.")]
    [TestCase("\"sku\": \"Balanced_B0\"", "\"sku\": \"Balanced_B2\"", "RI1009 cache.sku: 'Balanced_B2' is not known here; did you mean 'Balanced_B0'?")]
    [TestCase("\"sku\": \"Balanced_B0\",\n    \"highAvailability\": false", "\"tier\": \"standard\", \"capacity\": 1", "RI1005 cache.tier: There is no key 'tier' here.", "RI1005 cache.capacity: There is no key 'capacity' here.", "RI1006 cache.sku: The key 'sku' is missing.", "RI1006 cache.highAvailability: The key 'highAvailability' is missing.")]
    [TestCase("\"kind\": \"managed\",\n    \"sku\": \"Balanced_B0\",\n    \"highAvailability\": false", "\"kind\": \"classic\", \"tier\": \"standard\", \"capacity\": 7", "RI1008 cache.capacity: '7' is not a whole number from 0 to 6.")]
    [TestCase("\"kind\": \"managed\",\n    \"sku\": \"Balanced_B0\",\n    \"highAvailability\": false", "\"kind\": \"classic\", \"tier\": \"standard\", \"capacity\": 1")]
    [TestCase("\"network\":", "\"vault\": { \"softDeleteDays\": 91 },\n  \"network\":", "RI1008 vault.softDeleteDays: '91' is not a whole number from 7 to 90.")]
    [TestCase("\"network\":", "\"vault\": { \"name\": \"our_vault\" },\n  \"network\":", "RI3001 vault.name: The Key Vault would be named 'our_vault', which has the character '_'.")]
    [TestCase("\"network\":", "\"containerEnvironment\": { \"zoneRedundant\": true },\n  \"network\":", "RI1105 containerEnvironment.zoneRedundant: A zone-redundant Container Apps environment needs a virtual network of its own, and the network is public.", "RI1106 services.api.replicas.minimum: 'api' has too few replicas to stand in two zones, and containerEnvironment.zoneRedundant is true.", "RI1106 services.web.replicas.minimum: 'web' has too few replicas to stand in two zones, and containerEnvironment.zoneRedundant is true.", "RI1106 services.worker.replicas.minimum: 'worker' has too few replicas to stand in two zones, and containerEnvironment.zoneRedundant is true.")]
    [TestCase("\"network\":", "\"rollout\": { \"steps\": [10, 50, 50, 100] },\n  \"network\":", "RI1118 rollout.steps: The step 50 comes after 50.")]
    [TestCase("\"network\":", "\"rollout\": { \"steps\": [10, 50] },\n  \"network\":", "RI1119 rollout.steps: The last step is 50, so the new version would never get all traffic.")]
    [TestCase("\"network\":", "\"rollout\": { \"steps\": [] },\n  \"network\":", "RI1008 rollout.steps: The value is not a list of at least 1, each item a whole number from 1 to 100, or an object with weight, bake, approval.")]
    [TestCase("\"network\":", "\"rollout\": { \"bake\": \"5\" },\n  \"network\":", "RI1008 rollout.bake: '5' is not a duration from 10s to 24h, in seconds, minutes or hours such as 30s, 5m or 2h.")]
    [TestCase("\"network\":", "\"rollout\": { \"watchAt\": { \"errorRatePercent\": 6 } },\n  \"network\":", "RI1122 rollout.watchAt.errorRatePercent: The watch's limit 6 is above 5, at which the release is rolled back anyway.")]
    [TestCase("\"network\":", "\"rollout\": { \"evidence\": { \"requests\": 0 } },\n  \"network\":", "RI1008 rollout.evidence.requests: '0' is not a whole number from 1 to 1000000.")]
    [TestCase("\"network\":", "\"freezes\": { \"weekly\": { \"x\": { \"days\": [\"fryday\"], \"from\": \"12:00\", \"to\": \"12:00\" } } },\n  \"network\":", "RI1009 freezes.weekly.x.days[0]: 'fryday' is not known here; did you mean 'friday'?", "RI1124 freezes.weekly.x.to: The window starts and ends at 12:00.")]
    [TestCase("\"network\":", "\"freezes\": { \"periods\": { \"x\": { \"from\": \"2026-12-24\", \"to\": \"2026-01-02\" } } },\n  \"network\":", "RI1121 freezes.periods.x.to: The period ends on 2026-01-02 and starts on 2026-12-24.")]
    [TestCase("\"network\":", "\"freezes\": { \"timeZone\": \"CET\" },\n  \"network\":", "RI1008 freezes.timeZone: 'CET' is not an IANA time zone such as Europe/Amsterdam, or UTC.")]
    [TestCase("\"network\":", "\"approvals\": { \"required\": 2, \"approvers\": [\"ann\"] },\n  \"network\":", "RI1120 approvals.required: 2 approvals are required, and 1 approvers are named.")]
    [TestCase("\"network\":", "\"logs\": { \"retentionDays\": 7 },\n  \"network\":", "RI1008 logs.retentionDays: '7' is not a whole number from 30 to 730.")]
    [TestCase("\"network\":", "\"logs\": { \"dailyCapGb\": null },\n  \"network\":")]
    [TestCase("\"network\":", "\"journal\": { \"kind\": \"files\" },\n  \"network\":")]
    [TestCase("\"network\":", "\"journal\": { \"kind\": \"blob\", \"container\": \"https://shopjournals.blob.core.windows.net/releases\" },\n  \"network\":")]
    [TestCase("\"network\":", "\"journal\": { \"kind\": \"blobs\" },\n  \"network\":", "RI1009 journal.kind: 'blobs' is not known here; did you mean 'blob'?")]
    [TestCase("\"network\":", "\"journal\": { \"kind\": \"blob\" },\n  \"network\":", "RI1006 journal.container: The key 'container' is missing.")]
    [TestCase("\"network\":", "\"journal\": { \"kind\": \"files\", \"container\": \"https://shopjournals.blob.core.windows.net/releases\" },\n  \"network\":", "RI1005 journal.container: There is no key 'container' here.")]
    [TestCase("\"network\":", "\"journal\": \"blob\",\n  \"network\":", "RI1007 journal: This is text, not an object.")]
    [TestCase("\"platform\": \"platform@example.com\"", "\"platform\": \"platform\"", "RI1008 notifications.emails.platform: 'platform' is not an e-mail address.")]
    [TestCase("\"platform\": \"platform@example.com\"", "", "RI1123 alerts.enabled: Alerts are enabled, and notifications.emails names nobody.")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"chat\": { \"kind\": \"slack\", \"addressVariable\": \"RELEASE_SLACK_URL\", \"events\": [\"held\", \"done\"], \"severity\": \"warning\" }, \"calls\": { \"kind\": \"pagerduty\", \"routingKeyVariable\": \"PD_KEY\", \"region\": \"eu\" }, \"hook\": { \"kind\": \"webhook\", \"addressVariable\": \"A\", \"keyVariable\": \"B\" }, \"mail\": { \"kind\": \"smtp\", \"host\": \"smtp.example.com\", \"from\": \"a@example.com\", \"to\": [\"b@example.com\"], \"userVariable\": \"U\", \"passwordVariable\": \"P\" }, \"none\": null }")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"chat\": { \"kind\": \"slak\", \"addressVariable\": \"RELEASE_SLACK_URL\" } }", "RI1009 notifications.channels.chat.kind: 'slak' is not known here; did you mean 'slack'?")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"chat\": { \"kind\": \"teams\", \"addressVariable\": \"https://example.webhook.office.com/secret\" } }", "RI1008 notifications.channels.chat.addressVariable: The value is not the name of an environment variable such as RELEASE_SLACK_URL: upper-case letters, digits and '_', a letter first.")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"chat\": { \"kind\": \"teams\", \"addressVariable\": \"TEAMS\", \"events\": [\"hold\"], \"host\": \"x\" } }", "RI1005 notifications.channels.chat.host: There is no key 'host' here.", "RI1009 notifications.channels.chat.events[0]: 'hold' is not known here; did you mean 'held'?")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"calls\": { \"kind\": \"pagerduty\", \"addressVariable\": \"X\", \"severity\": \"info\" } }", "RI1005 notifications.channels.calls.addressVariable: There is no key 'addressVariable' here.", "RI1005 notifications.channels.calls.severity: There is no key 'severity' here.", "RI1006 notifications.channels.calls.routingKeyVariable: The key 'routingKeyVariable' is missing.")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"mail\": { \"kind\": \"smtp\", \"host\": \"smtp.example.com:587\", \"from\": \"a@example.com\", \"to\": [] } }", "RI1008 notifications.channels.mail.host: 'smtp.example.com:587' is not a host's name such as smtp.example.com, without scheme and port.", "RI1008 notifications.channels.mail.to: The value is not a list of at least 1, each item an e-mail address.")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"mail\": { \"kind\": \"smtp\", \"host\": \"smtp.example.com\", \"from\": \"a@example.com\", \"to\": [\"b@example.com\"], \"passwordVariable\": \"P\" } }", "RI1140 notifications.channels.mail.userVariable: A mail server asks for a user and a password, and only one of the two is named.")]
    [TestCase("\"emails\": { \"platform\": \"platform@example.com\" }", "\"emails\": { \"platform\": \"platform@example.com\" }, \"channels\": { \"mail\": { \"kind\": \"smtp\", \"host\": \"smtp.example.com\", \"from\": \"a@example.com\", \"to\": [\"b@example.com\"], \"userVariable\": \"U\", \"passwordVariable\": \"P\", \"startTls\": false } }", "RI1141 notifications.channels.mail.startTls: Without TLS the password would go to the mail server in clear.")]
    [TestCase("\"sku\": \"S1\"", "\"sku\": \"F1\"", "RI1009 appServicePlan.sku: 'F1' is not known here.")]
    [TestCase("\"sku\": \"S1\",\n    \"instances\": 1", "\"sku\": \"S1\",\n    \"instances\": 11", "RI1111 appServicePlan.instances: A plan of the SKU S1 has at most 10 instances.")]
    [TestCase("\"zoneRedundant\": false", "\"zoneRedundant\": true", "RI1112 appServicePlan.zoneRedundant: A plan of the SKU S1 with 1 instance cannot be zone-redundant.")]
    [TestCase("\"network\":", "\"rollout\": { \"expected\": { \"webb\": { \"requestsPerSecond\": 1, \"errorRatePercent\": 1 } } },\n  \"network\":", "RI1128 rollout.expected.webb: Traffic is expected of 'webb', and the environment has no such service; did you mean 'web'?")]
    public void Staging_Edited(string text, string edited, params string[] expected) => AssertProblems("staging", Staging, text, edited, expected);

    [TestCase("\"sku\": \"premium\"", "\"sku\": \"standard\"", "RI1113 registry.sku: Only a premium registry has private endpoints, and the network is private.")]
    [TestCase("\"appsSubnet\": \"10.20.0.0/23\"", "\"appsSubnet\": \"10.20.0.0/28\"", "RI1114 network.appsSubnet: 10.20.0.0/28 is too small for a Container Apps environment.")]
    [TestCase("\"databaseSubnet\": \"10.20.3.0/27\"", "\"databaseSubnet\": \"10.20.3.0/29\"", "RI1114 network.databaseSubnet: 10.20.3.0/29 is too small for a PostgreSQL server.")]
    [TestCase("\"appsSubnet\": \"10.20.0.0/23\"", "\"appsSubnet\": \"10.21.0.0/23\"", "RI1115 network.appsSubnet: 10.21.0.0/23 is not inside the address space 10.20.0.0/16.")]
    [TestCase("\"sitesSubnet\": \"10.20.2.0/26\"", "\"sitesSubnet\": \"10.20.1.0/26\"", "RI1116 network.sitesSubnet: 10.20.1.0/26 overlaps with appsSubnet, 10.20.0.0/23.")]
    [TestCase("\"sitesSubnet\": \"10.20.2.0/26\"", "\"sitesSubnet\": \"10.20.2.1/26\"", "RI1008 network.sitesSubnet: '10.20.2.1/26' is not an address range such as 10.0.0.0/16, with no bit set behind the prefix.")]
    [TestCase("\"minimum\": 2", "\"minimum\": 1", "RI1106 services.worker.replicas.minimum: 'worker' has too few replicas to stand in two zones, and containerEnvironment.zoneRedundant is true.")]
    public void Production_Edited(string text, string edited, params string[] expected) =>
        AssertProblems("production", Production, text, edited, expected);

    [Test]
    public void Rejects_SubnetThatContainerAppsKeepsForItself()
    {
        foreach (var subnet in new[] { "10.20.0.0/16", "10.20.0.0/23", "10.20.2.0/26", "10.20.3.0/27", "10.20.4.0/27" })
            _workspace.Replace(Production, subnet, subnet.Replace("10.20", "172.30", StringComparison.Ordinal));

        Assert.That(_workspace.Problems("production"), Has.Length.EqualTo(4).And.All.Property("Code").EqualTo("RI1117"));
    }

    [Test]
    public void Rejects_PlanThatIsMissing() => AssertProblems(
        "staging",
        Staging,
        "\"appServicePlan\": {\n    \"sku\": \"S1\",\n    \"instances\": 1,\n    \"zoneRedundant\": false\n  }",
        "\"appServicePlan\": null",
        "RI1109 appServicePlan: 'admin' is hosted on App Service, and there is no plan for it.");

    [Test]
    public void ServiceTakenAway_TakesItsPlanAndItsReleaseWithIt()
    {
        _workspace.Replace(Staging, "\"web\": {", "\"admin\": null, \"web\": {");

        Assert.That(
            _workspace.Problems("staging").Select(problem => problem.Message),
            Is.EqualTo(new[]
            {
                "The environment has no service 'admin'.",
                "Traffic is expected of 'admin', and the environment has no such service.",
                "No service is hosted on App Service, so nothing would run on this plan, and it is paid for.",
            }));
    }

    [Test]
    public void List_LaidOver_ReplacesTheWholeList()
    {
        _workspace.Replace(Staging, "\"network\":", "\"rollout\": { \"steps\": [50, 100] },\n  \"network\":");

        Assert.That(_workspace.Settings("staging").Rollout.Steps, Is.EqualTo(new[] { new StepSettings(50), new StepSettings(100) }));
    }

    [TestCase("hunter2hunter2")]
    [TestCase("database-url/0123456789abcdef0123456789abcdef")]
    [TestCase("Database-Url/0123456789abcdef0123456789abcdef")]
    public void Problems_NeverShowWhatMayBeASecret(string value)
    {
        _workspace.Replace(Base, "\"REDIS_URL\": \"cache-url\"", $"\"REDIS_URL\": \"{value}\"");

        var problem = _workspace.Problem("staging");

        Assert.That((problem.Code, problem.Path, problem.Value), Is.EqualTo(("RI1008", "services.api.secrets.REDIS_URL", (string?)null)));
        Assert.That(problem.ToString(), Does.Not.Contain(value));
    }

    [TestCase("https://shopjournals.blob.core.windows.net/releases", true)]
    [TestCase("https://shopjournals.blob.core.windows.net/releases-2026", true)]
    [TestCase("https://shopjournals.blob.core.windows.net/releases?sv=2024-11-04&sig=hunter2", false)]
    [TestCase("http://shopjournals.blob.core.windows.net/releases", false)]
    [TestCase("https://shopjournals.blob.core.windows.net", false)]
    [TestCase("https://shopjournals.blob.core.windows.net/", false)]
    [TestCase("https://shopjournals.blob.core.windows.net/releases/production", false)]
    [TestCase("https://shopjournals.blob.core.windows.net/re", false)]
    [TestCase("https://shopjournals.blob.core.windows.net/re--leases", false)]
    [TestCase("https://shopjournals.blob.core.windows.net/Releases", false)]
    [TestCase("https://shopjournals.blob.core.windows.net/$root", false)]
    [TestCase("https://shop-journals.blob.core.windows.net/releases", false)]
    [TestCase("https://shopjournals.blob.core.windows.net.example.com/releases", false)]
    [TestCase("https://me@shopjournals.blob.core.windows.net/releases", false)]
    [TestCase("https://shopjournals.dfs.core.windows.net/releases", false)]
    public void JournalContainer_IsOneOfPublicAzure_AndHoldsNoSignature(string address, bool isTaken)
    {
        _workspace.Replace(Staging, "\"network\":", $"\"journal\": {{ \"kind\": \"blob\", \"container\": \"{address}\" }},\n  \"network\":");
        if (isTaken)
        {
            Assert.That(_workspace.Settings("staging").Journal, Is.EqualTo(new BlobJournalSettings(new Uri(address))));
            return;
        }

        var problem = _workspace.Problem("staging");
        Assert.That(
            problem.ToString(),
            Does.Contain("RI1008").And.Contain("The value is not a blob container's https address without query, such as https://shopjournals.blob.core.windows.net/releases")
                .And.Not.Contain("sig="));
    }

    [Test]
    public void Problems_NeverShowWhatIsEncrypted()
    {
        _workspace.Replace(StagingRelease, "worker: { tag: v1.2.3 }", "worker: { tag: { secure: AAABAHx5 } }");

        var problem = _workspace.Problem("staging");

        Assert.That((problem.Code, problem.Path), Is.EqualTo(("RI1011", "config.release-infra:release.worker.tag")));
        Assert.That(problem.ToString(), Does.Not.Contain("AAABAHx5"));
    }

    private void AssertProblems(string stack, string file, string text, string edited, params string[] expected)
    {
        _workspace.Replace(file, text, edited);

        Assert.That(
            _workspace.Problems(stack).Select(problem => $"{problem.Code} {problem.Path}: {problem.Message}"),
            Is.EquivalentTo(expected));
    }
}
