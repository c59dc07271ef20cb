using System.Globalization;
using System.Text;

namespace ReleaseInfra.Benchmarks;

/// <summary>The repository's own configuration with many more services.</summary>
internal sealed class LargeWorkspace : IDisposable
{
    private LargeWorkspace(string folder) => Folder = folder;

    public string Folder { get; }

    public static LargeWorkspace Make(string root, int services)
    {
        var folder = Directory.CreateTempSubdirectory("release-infra-benchmark-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "stacks", "environments"));
        Copy("Pulumi.yaml");
        Copy("stacks/environments/production.json");
        Insert("stacks/environments/base.json", "\"services\": {", services, Service);
        Insert("Pulumi.staging.yaml", "release-infra:release:", services, Release);
        Insert("Pulumi.production.yaml", "release-infra:release:", services, Release);
        return new LargeWorkspace(folder);

        void Copy(string file) => File.Copy(Path.Combine(root, file), Path.Combine(folder, file));

        void Insert(string file, string after, int count, Func<int, string> line)
        {
            var text = File.ReadAllText(Path.Combine(root, file));
            var at = text.IndexOf(after, StringComparison.Ordinal) + after.Length;
            var lines = new StringBuilder();
            for (var index = 0; index < count; index++)
                lines.Append('\n').Append(line(index));
            File.WriteAllText(Path.Combine(folder, file), text.Insert(at, lines.ToString()));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index:0000}");

    private static string Service(int index) =>
        $$"""
            "{{Name(index)}}": {
              "host": "container-apps",
              "image": "app-{{Name(index)}}",
              "ingress": { "port": 8080, "external": true, "healthPath": "/health", "concurrentRequests": 50 },
              "cpu": 0.25, "memoryGi": 0.5,
              "replicas": { "minimum": 2, "maximum": 4 },
              "variables": { "NODE_ENV": "production" },
              "secrets": { "DATABASE_URL": "database-url" }
            },
        """;

    private static string Release(int index) =>
        $$"""
            {{Name(index)}}:
              newest: green
              blue: { tag: v1.2.2, weight: 0 }
              green: { tag: v1.2.3, weight: 100 }
        """;
}
