namespace ReleaseInfra.Release.Tests.Architecture;

public sealed class FileSizeTests
{
    private const int Longest = 300;
    private const int Median = 60;

    [Test]
    public void Sources_NoneIsLong() =>
        Assert.That(SourceTree.Files().Where(file => SourceTree.Lines(file).Length > Longest), Is.Empty);

    [Test]
    public void Sources_HalfAreShort()
    {
        var lengths = SourceTree.Files().Select(file => SourceTree.Lines(file).Length).Order().ToArray();

        Assert.That(lengths[lengths.Length / 2], Is.LessThanOrEqualTo(Median));
    }
}
