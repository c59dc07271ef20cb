using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Tests.Settings;

public sealed class DatabaseNamesTests
{
    [TestCase("app", true)]
    [TestCase("_app-1", true)]
    [TestCase("1app", false)]
    [TestCase("postgres", false)]
    [TestCase("AZURE_SYS", false)]
    [TestCase("", false)]
    public void Database_Name(string name, bool expected) => Assert.That(Holds(DatabaseNames.Database, name), Is.EqualTo(expected));

    [TestCase("appadmin", true)]
    [TestCase("app_admin", true)]
    [TestCase("app-admin", false)]
    [TestCase("admin", false)]
    [TestCase("Administrator", false)]
    [TestCase("azure_pg_admin", false)]
    [TestCase("pg_owner", false)]
    public void Login_Name(string name, bool expected) => Assert.That(Holds(DatabaseNames.Login, name), Is.EqualTo(expected));

    private static bool Holds(Form<string> form, string name) => ((TextForm)form).Holds(name);
}
