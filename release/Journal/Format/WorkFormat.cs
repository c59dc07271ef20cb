using ReleaseInfra.Domain.Journal.Works;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class WorkFormat
{
    public static readonly KindFormats<Work> Kinds = new KindFormats<Work>("work", "work of a release")
        .With<PreflightChecks>("preflight")
        .With<Backup>("backup")
        .With<Migration>("migration")
        .With<Deployment>(
            "deployment",
            (writer, deployment) => writer.WriteString("service", deployment.Service),
            line => new Deployment(line.Text("service")))
        .With<SmokeTests>("smoke tests")
        .With<WeightChange>(
            "weight change",
            (writer, change) =>
            {
                writer.WriteString("service", change.Service);
                writer.WriteNumber("weight", change.Weight);
            },
            line => new WeightChange(line.Text("service"), line.Whole("weight")))
        .With<ConfigurationEdit>(
            "configuration edit",
            (writer, edit) => writer.WriteString("what", edit.What),
            line => new ConfigurationEdit(line.Text("what")));
}
