using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using Pulumi.AzureNative.ApplicationInsights;
using Pulumi.AzureNative.ApplicationInsights.Inputs;
using Pulumi.AzureNative.KeyVault;
using Pulumi.AzureNative.KeyVault.Inputs;
using Pulumi.AzureNative.Monitor;
using Pulumi.AzureNative.Monitor.Inputs;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>What a program writes in the generated types is what the provider receives.</summary>
public sealed class InputContractTests
{
    [Test]
    public async Task ContainerApp_ArrivesUnderItsTokenAndWireNames()
    {
        var declared = await UnderMocks.Declare(() => _ = new ContainerApp("web", new ContainerAppArgs
        {
            ResourceGroupName = "rg",
            ManagedEnvironmentId = "env",
            Tags = { ["team"] = "web" },
            Configuration = new ConfigurationArgs
            {
                ActiveRevisionsMode = ActiveRevisionsMode.Multiple,
                Ingress = new IngressArgs
                {
                    External = true,
                    TargetPort = 8080,
                    Traffic =
                    {
                        new TrafficWeightArgs { RevisionName = "web--blue-v1-2-2", Label = "blue", Weight = 90 },
                        new TrafficWeightArgs { RevisionName = "web--green-v1-2-3", Label = "green", Weight = 10 },
                    },
                },
            },
            Template = new TemplateArgs
            {
                RevisionSuffix = "green-v1-2-3",
                Containers =
                {
                    new ContainerArgs
                    {
                        Name = "web",
                        Image = "registry.example/web:v1.2.3",
                        Resources = new ContainerResourcesArgs { Cpu = 0.5, Memory = "1Gi" },
                        Env = { new EnvironmentVarArgs { Name = "PORT", Value = "8080" } },
                    },
                },
            },
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared.Type, Is.EqualTo("azure-native:app:ContainerApp"));
            Assert.That(declared.Name, Is.EqualTo("web"));
            Assert.That(WireText.Of(declared.Inputs), Is.EqualTo(
                """
                {"configuration":{"activeRevisionsMode":"Multiple",
                "ingress":{"allowInsecure":false,"external":true,"targetPort":8080,"traffic":[
                {"label":"blue","latestRevision":false,"revisionName":"web--blue-v1-2-2","weight":90},
                {"label":"green","latestRevision":false,"revisionName":"web--green-v1-2-3","weight":10}],"transport":"auto"}},
                "managedEnvironmentId":"env","resourceGroupName":"rg","tags":{"team":"web"},
                "template":{"containers":[{"env":[{"name":"PORT","value":"8080"}],"image":"registry.example/web:v1.2.3","name":"web",
                "resources":{"cpu":0.5,"memory":"1Gi"}}],"revisionSuffix":"green-v1-2-3"}}
                """.ReplaceLineEndings("")));
        }
    }

    [Test]
    public async Task Defaults_AreFilledIn()
    {
        var declared = await UnderMocks.Declare(() => _ = new ContainerApp("web", new ContainerAppArgs
        {
            ResourceGroupName = "rg",
            Configuration = new ConfigurationArgs { Ingress = new IngressArgs() },
            Template = new TemplateArgs { Scale = new ScaleArgs() },
        }));

        Assert.That(WireText.Of(declared.Inputs), Is.EqualTo(
            """
            {"configuration":{"activeRevisionsMode":"Single","ingress":{"allowInsecure":false,"external":false,"transport":"auto"}},
            "resourceGroupName":"rg","template":{"scale":{"maxReplicas":10}}}
            """.ReplaceLineEndings("")));
    }

    [Test]
    public async Task Defaults_GiveWayToTheProgram()
    {
        var declared = await UnderMocks.Declare(() => _ = new ContainerApp("web", new ContainerAppArgs
        {
            ResourceGroupName = "rg",
            Configuration = new ConfigurationArgs { ActiveRevisionsMode = "Labels" },
        }));

        Assert.That(WireText.Of(declared.Inputs), Is.EqualTo(
            """{"configuration":{"activeRevisionsMode":"Labels"},"resourceGroupName":"rg"}"""));
    }

    [Test]
    public async Task Defaults_OfAStrictEnum_ArriveAsItsValue()
    {
        var declared = await UnderMocks.Declare(() => _ = new WebTest("probe", new WebTestArgs
        {
            ResourceGroupName = "rg",
            SyntheticMonitorId = "probe",
            Locations = { new WebTestGeolocationArgs { Location = "emea-nl-ams-azr" } },
        }));

        Assert.That(WireText.Of(declared.Inputs), Is.EqualTo(
            """
            {"frequency":300,"kind":"ping","locations":[{"location":"emea-nl-ams-azr"}],"resourceGroupName":"rg",
            "syntheticMonitorId":"probe","timeout":30,"webTestKind":"ping"}
            """.ReplaceLineEndings("")));
    }

    [Test]
    public void Rejects_ARequiredInputThatIsMissing()
    {
        var problem = Assert.CatchAsync(() => UnderMocks.Declare(() => _ = new ContainerApp("web", new ContainerAppArgs())));

        Assert.That(problem!.ToString(), Does.Contain(
            "Pulumi.AzureNative.App.ContainerAppArgs.ResourceGroupName is required but was not given a value"));
    }

    [Test]
    public async Task Enums_StrictAndInLists_ArriveAsText()
    {
        var declared = await UnderMocks.Declare(() => _ = new Vault("vault", new VaultArgs
        {
            ResourceGroupName = "rg",
            Properties = new VaultPropertiesArgs
            {
                TenantId = "tenant",
                Sku = new SkuArgs { Family = SkuFamily.A, Name = Pulumi.AzureNative.KeyVault.SkuName.Premium },
                EnableRbacAuthorization = true,
                AccessPolicies =
                {
                    new AccessPolicyEntryArgs
                    {
                        TenantId = "tenant",
                        ObjectId = "object",
                        Permissions = new PermissionsArgs { Secrets = { "get", SecretPermissions.List } },
                    },
                },
            },
        }));

        Assert.That(WireText.Of(declared.Inputs), Is.EqualTo(
            """
            {"properties":{"accessPolicies":[{"objectId":"object","permissions":{"secrets":["get","list"]},"tenantId":"tenant"}],
            "enableRbacAuthorization":true,"enableSoftDelete":true,"enabledForDeployment":false,"enabledForDiskEncryption":false,
            "enabledForTemplateDeployment":false,"publicNetworkAccess":"enabled","sku":{"family":"A","name":"premium"},
            "softDeleteRetentionInDays":90,"tenantId":"tenant"},"resourceGroupName":"rg"}
            """.ReplaceLineEndings("")));
    }

    [Test]
    public async Task Unions_OfManyTypes_TakeAnyOfThem()
    {
        var declared = await UnderMocks.Declare(() => _ = new MetricAlert("errors", new MetricAlertArgs
        {
            ResourceGroupName = "rg",
            Enabled = true,
            EvaluationFrequency = "PT1M",
            WindowSize = "PT5M",
            Scopes = { "app" },
            Severity = 1,
            Criteria = new MetricAlertSingleResourceMultipleMetricCriteriaArgs
            {
                OdataType = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
                AllOf =
                {
                    new MetricCriteriaArgs
                    {
                        CriterionType = "StaticThresholdCriterion",
                        Name = "errors",
                        MetricName = "Requests",
                        Operator = Pulumi.AzureNative.Monitor.Operator.GreaterThan,
                        Threshold = 5,
                        TimeAggregation = AggregationTypeEnum.Total,
                    },
                },
            },
        }));

        Assert.That(WireText.Of(declared.Inputs["criteria"]), Is.EqualTo(
            """
            {"allOf":[{"criterionType":"StaticThresholdCriterion","metricName":"Requests","name":"errors","operator":"GreaterThan",
            "threshold":5,"timeAggregation":"Total"}],"odataType":"Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria"}
            """.ReplaceLineEndings("")));
    }

    [Test]
    public async Task Get_ReadsByIdAndSendsNoInputs()
    {
        var declared = await UnderMocks.Declare(() => ContainerApp.Get("web", "/subscriptions/1/web"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared.Id, Is.EqualTo("/subscriptions/1/web"));
            Assert.That(declared.Inputs, Is.Empty);
        }
    }

    [Test]
    public void EnumValues_AreEqualByTheirText()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ActiveRevisionsMode.Single == ActiveRevisionsMode.Single, Is.True);
            Assert.That(ActiveRevisionsMode.Single != ActiveRevisionsMode.Multiple, Is.True);
            Assert.That((string)IngressTransportMethod.Http2, Is.EqualTo("http2"));
            Assert.That(ComparisonOperationType.EqualsValue.ToString(), Is.EqualTo("Equals"));
        }
    }
}
