using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Engine.Local;

public sealed class SecretKeyFileTests
{
    private static readonly TextValue Clear = new("a secret");

    private TemporaryFolder _profile = null!;

    private SecretKeyFile Key => new(_profile.Path);

    private string KeyPath => Path.Combine(_profile.Path, "release-infra", "state.key");

    [SetUp]
    public void CreateFolder() => _profile = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _profile.Dispose();

    [Test]
    public void Find_Absent_IsNull()
    {
        Assert.That(Key.Find(), Is.Null);
        Assert.That(Directory.GetFileSystemEntries(_profile.Path), Is.Empty);
    }

    [Test]
    public void FindOrCreate_MakesOneKeyForItsUserAlone()
    {
        var digest = Key.FindOrCreate().Digest(Clear);

        Assert.That(Key.FindOrCreate().Digest(Clear), Is.EqualTo(digest));
        Assert.That(Key.Find()!.Digest(Clear), Is.EqualTo(digest));
        Assert.That(new FileInfo(KeyPath).Length, Is.EqualTo(32));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(KeyPath)!), Is.EqualTo(new[] { KeyPath }));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(KeyPath), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task FindOrCreate_ByManyAtOnce_IsOneKey()
    {
        var digests = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Key.FindOrCreate().Digest(Clear))));

        Assert.That(digests.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Keys_OfTwoUsers_GiveTwoDigests()
    {
        using var other = new TemporaryFolder();

        Assert.That(new SecretKeyFile(other.Path).FindOrCreate().Digest(Clear), Is.Not.EqualTo(Key.FindOrCreate().Digest(Clear)));
    }

    [Test]
    public void Rejects_KeyThatOthersMayRead()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Files have no such mode on Windows; the profile folder itself is the user's.");
            return;
        }

        Key.FindOrCreate();
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.That(
            () => Key.Find(),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
                $"{KeyPath} can be read by others, and it is what secrets are compared with. Run: chmod 600 {KeyPath}"));
    }

    [Test]
    public void Rejects_WhatIsTooShortForAKey()
    {
        Key.FindOrCreate();
        File.WriteAllText(KeyPath, "short");

        Assert.That(
            () => Key.FindOrCreate(),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
                $"{KeyPath} is no key: it is too short. Put back the right one; or remove it, and every secret counts as changed once."));
    }
}
