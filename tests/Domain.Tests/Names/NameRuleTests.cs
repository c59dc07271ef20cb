using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Domain.Tests.Names;

public sealed class NameRuleTests
{
    [TestCase("kv")]
    [TestCase("kv-application-production")]
    public void Violation_Length(string name) =>
        Assert.That(NameRule.Vault.Violation(name), Is.EqualTo($"has {name.Length} characters"));

    [TestCase("kv-app-prod", null)]
    [TestCase("kv_app", "has the character '_'")]
    [TestCase("kv-App", "has the character 'A'")]
    [TestCase("1kv", "starts with '1'")]
    [TestCase("-kv", "starts with '-'")]
    [TestCase("kv-", "has '-' at an end")]
    [TestCase("kv--app", "has '--' in it")]
    public void Violation_Vault(string name, string? expected) => Assert.That(NameRule.Vault.Violation(name), Is.EqualTo(expected));

    [TestCase("crapp", null)]
    [TestCase("cr-app", "has the character '-'")]
    [TestCase("crap", "has 4 characters")]
    public void Violation_Registry(string name, string? expected) => Assert.That(NameRule.Registry.Violation(name), Is.EqualTo(expected));

    [TestCase("1a--b", null)]
    [TestCase("a-", "has '-' at an end")]
    public void Violation_Site(string name, string? expected) => Assert.That(NameRule.Site.Violation(name), Is.EqualTo(expected));

    [Test]
    public void Allowed_SaysTheRuleInWords()
    {
        Assert.That(
            NameRule.Vault.Allowed,
            Is.EqualTo("3 to 24 characters: lower-case letters, digits and '-', a letter first, no '-' at an end or beside another"));
        Assert.That(NameRule.Registry.Allowed, Is.EqualTo("5 to 50 characters: lower-case letters and digits"));
        Assert.That(NameRule.Site.Allowed, Is.EqualTo("2 to 40 characters: lower-case letters, digits and '-', no '-' at an end"));
    }
}
