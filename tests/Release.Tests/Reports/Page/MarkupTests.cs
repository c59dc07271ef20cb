using ReleaseInfra.Cli.Reports.Page.Markup;

namespace ReleaseInfra.Release.Tests.Reports.Page;

public sealed class MarkupTests
{
    [Test]
    public void Text_IsEscaped() => Assert.That(
        new Element("p") { "<script>alert('a' & \"b\")</script>" }.ToString(),
        Is.EqualTo("<p>&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;</p>"));

    [Test]
    public void Attribute_IsEscaped() => Assert.That(
        new Element("p", ("title", "\"><img src=x onerror='alert(1)'>")).ToString(),
        Is.EqualTo("<p title=\"&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;\"></p>"));

    [Test]
    public void ControlCharacters_AreSpaces() =>
        Assert.That(new Element("p") { "a\u001b[31mb\0c\nd" }.ToString(), Is.EqualTo("<p>a [31mb c d</p>"));

    [Test]
    public void Attributes_WithoutValue_AreNamed_AndMissingOnesLeftOut() =>
        Assert.That(new Element("input", ("hidden", ""), ("class", null)).ToString(), Is.EqualTo("<input hidden>"));

    [Test]
    public void Children_StandInTheirOrder() => Assert.That(
        new Element("ul") { new Element("li") { "a" }, (Element?)null, new[] { new Element("li") { "b" }, new Element("li") } }.ToString(),
        Is.EqualTo("<ul><li>a</li><li>b</li><li></li></ul>"));
}
