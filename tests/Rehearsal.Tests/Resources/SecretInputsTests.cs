using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Tests.Resources;

public sealed class SecretInputsTests
{
    [TestCase("azure-native:app:Certificate", "properties.password")]
    [TestCase("azure-native:app:Certificate", "properties.value")]
    [TestCase("azure-native:app:ContainerApp", "configuration.secrets[].value")]
    [TestCase("azure-native:app:Job", "configuration.secrets[].value")]
    [TestCase("azure-native:app:ManagedEnvironment", "appLogsConfiguration.logAnalyticsConfiguration.sharedKey")]
    [TestCase("azure-native:app:ManagedEnvironment", "daprAIConnectionString")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "containers[].environmentVariables[].secureValue")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "imageRegistryCredentials[].password")]
    [TestCase("azure-native:dbforpostgresql:Server", "administratorLoginPassword")]
    [TestCase("azure-native:keyvault:Secret", "properties.value")]
    [TestCase("azure-native:web:WebApp", "siteConfig.connectionStrings[].connectionString")]
    [TestCase("azure-native:web:WebAppSlot", "siteConfig.connectionStrings[].connectionString")]
    [TestCase("docker:index/image:Image", "registry.password")]
    [TestCase("docker:index/registryImage:RegistryImage", "authConfig.password")]
    public void SecretInputs_OfTheType_WhateverTheProgramSays(string type, string path) =>
        Assert.That(ComputedValues.SecretInputs(type), Does.Contain(path));

    [Test]
    public void SecretInputs_AreThese_AndNoMore() =>
        Assert.That(ComputedValues.KnownTypes.Sum(type => ComputedValues.SecretInputs(type).Count), Is.EqualTo(14));
}
