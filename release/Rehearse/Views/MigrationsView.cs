using ReleaseInfra.Cli.Migrations.Rehearsal;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Rehearse.Views;

/// <summary>How the migrations of a rehearsal went, before the release is played.</summary>
internal static class MigrationsView
{
    public static void Write(RehearsedMigrations migrations, StyledWriter writer)
    {
        Row(writer, "database", $"PostgreSQL {migrations.Check.Version}, {migrations.Check.Server}");
        Row(writer, "backup", $"{migrations.Backup}, in {PlanText.Of(migrations.BackUp)}");
        Row(writer, "migrations", $"{string.Join(", ", migrations.Check.Files.Select(file => file.Course.File.Name))}, in {PlanText.Of(migrations.Migrate)}");
        if (migrations is MigrationsPassed)
        {
            Row(writer, "schema", "whatever the old version could say before works on it too");
            return;
        }

        var restored = (MigrationsRestored)migrations;
        foreach (var reason in restored.Reasons)
            Row(writer, "unsafe", reason);
        Row(writer, "restored", $"in {PlanText.Of(restored.Restore)}{(restored.Differences is [] ? ", the same as before" : $", but not the same as before: {string.Join("; ", restored.Differences)}")}");
    }

    private static void Row(StyledWriter writer, string name, string text)
    {
        writer.Write(Style.Muted, $"  {name,-10} ");
        writer.WriteLine(text);
    }
}
