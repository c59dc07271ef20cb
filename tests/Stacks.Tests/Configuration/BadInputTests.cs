using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Stacks.Tests.Configuration.ReadConfiguration;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>What people get wrong in the files, each on its own and with the line where it stands.</summary>
public sealed class BadInputTests
{
    private const string Web = "blue: { tag: v1.2.2, weight: 0 }\n      green: { tag: v1.2.3, weight: 100 }";

    private TemporaryWorkspace _workspace = null!;

    [SetUp]
    public void CopyWorkspace() => _workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [Test]
    public void Rejects_WeightsThatDoNotMakeAHundred()
    {
        _workspace.Replace(StagingRelease, Web, "blue: { tag: v1.2.2, weight: 50 }\n      green: { tag: v1.2.3, weight: 60 }");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI2001",
            new SourceMark("Pulumi.staging.yaml", 11, 37),
            "config.release-infra:release.web.green.weight",
            "60",
            "The weights of 'web' are 50 and 60, which make 110 and not 100.",
            "whole weights from 0 to 100 that make 100 together",
            "Set green to 50, or blue to 40.")));
    }

    [Test]
    public void Rejects_WeightOnASlotWithoutATag()
    {
        _workspace.Replace(StagingRelease, Web, "blue: { weight: 20 }\n      green: { tag: v1.2.3, weight: 80 }");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI2002",
            new SourceMark("Pulumi.staging.yaml", 10, 23),
            "config.release-infra:release.web.blue.weight",
            "20",
            "blue of 'web' has weight and no tag: nothing would answer.",
            "weight 0 for a slot without a tag",
            "Give blue a tag, or move its weight to green.")));
    }

    [Test]
    public void Rejects_Latest()
    {
        _workspace.Replace(StagingRelease, "green: { tag: v1.2.3", "green: { tag: latest");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI2004",
            new SourceMark("Pulumi.staging.yaml", 11, 21),
            "config.release-infra:release.web.green.tag",
            "latest",
            "'latest' is a moving tag: what it names today is not what a rollback would find.",
            "an immutable version such as v1.2.3, v1.2.3-rc.1 or sha- and 40 hexadecimal digits",
            "Write the version that it stands for today.")));
    }

    [Test]
    public void Rejects_AnotherTagInASlotWithTraffic()
    {
        var previous = _workspace.Settings("staging").Release;
        _workspace.Replace(StagingRelease, "green: { tag: v1.2.3", "green: { tag: v1.2.4");

        Assert.That(_workspace.Problem("staging", previous), Is.EqualTo(new Problem(
            "RI2010",
            new SourceMark("Pulumi.staging.yaml", 11, 21),
            "config.release-infra:release.web.green.tag",
            "v1.2.4",
            "green of 'web' carries 100 % of the traffic and would change from v1.2.3 to v1.2.4.",
            "a change of tag or revision only in a slot without traffic; green runs v1.2.3",
            "Put the change into blue with newest: blue, and move the weights afterwards.")));
    }

    [Test]
    public void Rejects_UnknownService()
    {
        _workspace.Replace(StagingRelease, "    worker:", "    wrker: { tag: v1.2.3 }\n    worker:");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI2009",
            new SourceMark("Pulumi.staging.yaml", 16, 12),
            "config.release-infra:release.wrker",
            null,
            "The environment has no service 'wrker'; did you mean 'worker'?",
            "one of admin, api, migration, web, worker",
            "Write 'worker'.")));
    }

    [Test]
    public void Rejects_UnknownKey()
    {
        _workspace.Replace(Staging, "\"tier\": \"burstable\"", "\"teir\": \"x\",\n    \"tier\": \"burstable\"");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI1005",
            new SourceMark(Staging, _workspace.LineOf(Staging, "teir"), 5),
            "database.teir",
            null,
            "There is no key 'teir' here; did you mean 'tier'?",
            "serverName, tier, sku, version, storageGb, databaseName, administratorLogin, highAvailability, backupRetentionDays, geoRedundantBackup",
            "Write 'tier', or remove 'teir'.")));
    }

    [Test]
    public void Rejects_UnknownKeyOfTheStackFile()
    {
        _workspace.Replace(StagingRelease, "  release-infra:release:", "  release-infra:realease: x\n  release-infra:release:");

        var problem = _workspace.Problem("staging");

        Assert.That(problem.Code, Is.EqualTo(ProblemCode.UnknownKey));
        Assert.That(problem.Message, Is.EqualTo("There is no key 'release-infra:realease' here; did you mean 'release-infra:release'?"));
    }

    [Test]
    public void Rejects_VariableThatTheProgramSets()
    {
        _workspace.Replace(Base, "\"NODE_ENV\": \"production\"", "\"RELEASE_TAG\": \"v9\"");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI1125",
            new SourceMark(Base, _workspace.LineOf(Base, "RELEASE_TAG"), 24),
            "services.web.variables.RELEASE_TAG",
            null,
            "'RELEASE_TAG' is set by the program.",
            "a name that neither the program nor the host sets: "
            + "not RELEASE_TAG, OTEL_RESOURCE_ATTRIBUTES, WEBSITES_PORT, WEBSITES_ENABLE_APP_SERVICE_STORAGE or CONTAINER_APP_*",
            "Rename 'RELEASE_TAG', or remove it.")));
    }

    [Test]
    public void Rejects_SecretInTwoVersions()
    {
        const string first = "stripe-key/0123456789abcdef0123456789abcdef";
        const string second = "stripe-key/fedcba9876543210fedcba9876543210";
        _workspace.Replace(
            Base,
            "\"REDIS_URL\": \"cache-url\"",
            $"\"REDIS_URL\": \"cache-url\",\n        \"KEY\": \"{first}\",\n        \"NEW_KEY\": \"{second}\"");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI1126",
            new SourceMark(Base, _workspace.LineOf(Base, "NEW_KEY"), 20),
            "services.api.secrets.NEW_KEY",
            null,
            "'NEW_KEY' and 'KEY' are two versions of one secret, and a container app has one at a time.",
            "one version of a secret within a service",
            "Give 'NEW_KEY' and 'KEY' the same version.")));
    }

    [Test]
    public void Rejects_SiteWithoutATag()
    {
        var admin = _workspace.LineOf(StagingRelease, "admin:");
        var text = _workspace.Read(StagingRelease);
        var lines = text.Split('\n');
        Assert.That(lines[admin + 1], Does.Contain("blue: { tag: v1.2.2, weight: 0 }"));
        lines[admin + 1] = "      blue: { weight: 0 }";
        _workspace.Write(StagingRelease, string.Join('\n', lines));

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI2016",
            new SourceMark(StagingRelease, admin + 2, 13),
            "config.release-infra:release.admin.blue.tag",
            null,
            "blue of 'admin' has no tag, and on App Service blue is the site itself, which always runs something.",
            "a tag for blue of every service on App Service",
            "Give blue the tag: the first release of a site goes there.")));
    }

    [Test]
    public void Rejects_WrongType()
    {
        _workspace.Replace(Base, "\"port\": 3000", "\"port\": \"3000\"");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI1007",
            new SourceMark(Base, _workspace.LineOf(Base, "\"port\": \"3000\""), 17),
            "services.web.ingress.port",
            "3000",
            "This is text, not a number.",
            "a whole number from 1 to 65535",
            "Write a whole number from 1 to 65535.")));
    }

    [Test]
    public void Rejects_WeightInQuotes()
    {
        _workspace.Replace(StagingRelease, "weight: 0 }", "weight: \"0\" }");

        Assert.That(_workspace.Problem("staging").Message, Is.EqualTo("This is text, not a number."));
    }

    [TestCase("      green: { tag: v1.2.3, weight: 100 }", "\tgreen: { tag: v1.2.3, weight: 100 }", 11, "a tab stands in the indentation.")]
    [TestCase("config:", "config: [", 7, "While parsing a flow sequence, did not find expected ',' or ']'.")]
    [TestCase("weight: 100 }", "weight: 100", 11, "a '{' or '[' before this is not closed.")]
    [TestCase("    web:", "   web:", 12, "While parsing a block mapping, did not find expected key.")]
    public void Rejects_BrokenYaml(string text, string broken, int line, string reason)
    {
        _workspace.Replace(StagingRelease, text, broken);

        var problem = _workspace.Problem("staging");

        Assert.That(problem.Code, Is.EqualTo(ProblemCode.Broken));
        Assert.That(problem.Message, Is.EqualTo($"This is no valid YAML: {reason}"));
        Assert.That((problem.Source.File, problem.Source.Line), Is.EqualTo((StagingRelease, line)));
    }

    [Test]
    public void Rejects_BrokenJson()
    {
        _workspace.Replace(Staging, "\"registry\": {", "\"registry\" {");

        var problem = _workspace.Problem("staging");

        Assert.That(problem.Code, Is.EqualTo(ProblemCode.Broken));
        Assert.That(
            problem.Message,
            Is.EqualTo("This is no valid JSON: '{' is invalid after a property name. Expected a ':'."));
        Assert.That((problem.Source.File, problem.Source.Line), Is.EqualTo((Staging, _workspace.LineOf(Staging, "\"registry\""))));
    }

    [TestCase(StagingRelease, "")]
    [TestCase(StagingRelease, "# nothing yet\n")]
    [TestCase(Staging, "")]
    [TestCase(Staging, " \n")]
    [TestCase(Base, "\uFEFF")]
    public void Rejects_EmptyFile(string file, string text)
    {
        _workspace.Write(file, text);

        var problem = _workspace.Problem("staging");

        Assert.That((problem.Code, problem.Source), Is.EqualTo((ProblemCode.FileEmpty, new SourceMark(file, 0, 0))));
        Assert.That(problem.Message, Is.EqualTo("The file is empty."));
    }

    [TestCase(StagingRelease)]
    [TestCase(Staging)]
    [TestCase(Base)]
    public void Rejects_MissingFile(string file)
    {
        _workspace.Delete(file);

        var problem = _workspace.Problem("staging");

        Assert.That((problem.Code, problem.Source), Is.EqualTo((ProblemCode.FileMissing, new SourceMark(file, 0, 0))));
        Assert.That(problem.Remedy, Is.EqualTo($"Create {file}, or restore it from version control."));
    }

    [Test]
    public void Rejects_UnknownStack() => Assert.That(_workspace.Problem("stagign"), Is.EqualTo(new Problem(
        "RI1010",
        new SourceMark("Pulumi.yaml", 0, 0),
        "",
        "stagign",
        "There is no stack 'stagign'; did you mean 'staging'?",
        "one of dev, staging, production",
        "Name one of the stacks that exist.")));

    [Test]
    public void Rejects_VaultNameThatIsTooLong()
    {
        _workspace.Replace(Base, "\"application\": \"app\"", "\"application\": \"warehouse1\"");

        Assert.That(_workspace.Problem("production"), Is.EqualTo(new Problem(
            "RI3001",
            new SourceMark(Base, 6, 18),
            "application",
            "kv-warehouse1-prod-j4k4v8",
            "The Key Vault would be named 'kv-warehouse1-prod-j4k4v8', which has 25 characters.",
            "3 to 24 characters: lower-case letters, digits and '-', a letter first, no '-' at an end or beside another",
            "Shorten the name in 'application' by 1 character.")));
    }

    [Test]
    public void Rejects_CpuAndMemoryThatContainerAppsDoesNotHave()
    {
        _workspace.Replace(Base, "\"cpu\": 0.5,\n      \"memoryGi\": 1,", "\"cpu\": 0.5,\n      \"memoryGi\": 2,");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI1101",
            new SourceMark(Base, _workspace.LineOf(Base, "\"memoryGi\": 2"), 19),
            "services.web.memoryGi",
            "2",
            "Container Apps gives 0.5 vCPU exactly 1 GiB of memory, not 2.",
            "cpu 0.25 to 4 in steps of 0.25, and memoryGi exactly twice as much",
            "Set memoryGi to 1, or cpu to 1.")));
    }

    [Test]
    public void Rejects_HighAvailabilityOnABurstableServer()
    {
        _workspace.Replace(Staging, "\"tier\": \"burstable\",", "\"tier\": \"burstable\",\n    \"highAvailability\": \"zone-redundant\",");

        Assert.That(_workspace.Problem("staging"), Is.EqualTo(new Problem(
            "RI1108",
            new SourceMark(Staging, _workspace.LineOf(Staging, "highAvailability"), 25),
            "database.highAvailability",
            "zone-redundant",
            "A server of the tier burstable cannot have high availability.",
            "disabled on burstable; same-zone and zone-redundant on general-purpose and memory-optimized",
            "Set highAvailability to disabled, or tier to general-purpose.")));
    }

    [Test]
    public void Rejects_ProductionBeforeStaging()
    {
        _workspace.Replace(ProductionRelease, "green: { tag: v1.2.3", "green: { tag: v1.3.0");

        Assert.That(_workspace.Problem("production"), Is.EqualTo(new Problem(
            "RI2014",
            new SourceMark(ProductionRelease, _workspace.LineOf(ProductionRelease, "v1.3.0"), 21),
            "config.release-infra:release.web.green.tag",
            "v1.3.0",
            "Staging has not run v1.3.0 of 'web' with all traffic.",
            "a version that staging has run with all traffic: v1.2.2, v1.2.3",
            "Release v1.3.0 to staging first.")));
    }

    [TestCase("    worker: { tag: v1.2.3 }", "    # no worker", "RI2008 config.release-infra:release.worker: 'worker' is part of the environment, and the release does not say what it runs.")]
    [TestCase("blue: { tag: v1.2.2", "blue: { tag: v1.2.2-prerelease.of.the.nineteenth.january", "RI3002 config.release-infra:release.web.blue.tag: The revision would be named 'app-web-stg--blue-v1-2-2-prerelease-of-the-nineteenth-january', which has 61 characters.")]
    [TestCase("blue: { tag: v1.2.2, weight: 0 }", "blue: { tag: v1.2.2, tag: v1.2.1, weight: 0 }", "RI1004 config.release-infra:release.web.blue.tag: The key 'tag' stands here a second time; the first is at Pulumi.staging.yaml:10.")]
    [TestCase("worker: { tag: v1.2.3 }", "worker: *web", "RI1012 config.release-infra:release.worker: This refers to a value elsewhere in the file (a YAML alias).")]
    [TestCase("config:", "confg: {}\nconfig:", "RI1005 confg: There is no key 'confg' here; did you mean 'config'?")]
    [TestCase("  azure-native:location", "  location: here\n  azure-native:location", "RI1013 config.location: The key 'location' has no namespace.")]
    [TestCase("location: westeurope", "location: West Europe", "RI1008 config.azure-native:location: 'West Europe' is not an Azure region's name such as westeurope.")]
    [TestCase("  azure-native:location: westeurope\n", "", "RI1006 config.azure-native:location: The key 'azure-native:location' is missing.")]
    public void Rejects_StackFile(string text, string edited, string expected)
    {
        _workspace.Replace(StagingRelease, text, edited);

        var problem = _workspace.Problem("staging");

        Assert.That($"{problem.Code} {problem.Path}: {problem.Message}", Is.EqualTo(expected));
    }

    [TestCase("\"web\": {", "\"a:b\": 1, \"web\": {", "RI1015 services.a:b: The key 'a:b' has ':' in it, which separates the levels of a configuration.")]
    [TestCase("\"network\":", "\"network\": { }, \"Network\":", "RI1004 Network: The key 'Network' stands here a second time; the first is at stacks/environments/staging.json:19.")]
    public void Rejects_KeysThatAConfigurationCannotHold(string text, string edited, string expected)
    {
        _workspace.Replace(Staging, text, edited);

        var problem = _workspace.Problem("staging");

        Assert.That($"{problem.Code} {problem.Path}: {problem.Message}", Is.EqualTo(expected));
    }

    [Test]
    public void Problems_OfAllFiles_ComeAtOnce()
    {
        _workspace
            .Replace(Base, "\"port\": 3000", "\"port\": 70000")
            .Replace(Staging, "\"sku\": \"standard\"", "\"sku\": \"standrad\"")
            .Replace(Staging, "\"minimum\": 1, \"maximum\": 2", "\"minimum\": 0, \"maximum\": 2")
            .Replace(StagingRelease, "green: { tag: v1.2.3", "green: { tag: latest")
            .Replace(StagingRelease, "worker: { tag: v1.2.3 }", "worker: { tga: v1.2.3 }");

        Assert.That(
            _workspace.Problems("staging").Select(problem => $"{problem.Code} {problem.Source.File} {problem.Path}"),
            Is.EqualTo(new[]
            {
                "RI2004 Pulumi.staging.yaml config.release-infra:release.web.green.tag",
                "RI1006 Pulumi.staging.yaml config.release-infra:release.worker.tag",
                "RI1005 Pulumi.staging.yaml config.release-infra:release.worker.tga",
                "RI1008 stacks/environments/base.json services.web.ingress.port",
                "RI1103 stacks/environments/staging.json services.worker.replicas.minimum",
                "RI1009 stacks/environments/staging.json registry.sku",
            }));
    }
}
