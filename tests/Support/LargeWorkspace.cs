using System.Globalization;

namespace ReleaseInfra.Tests.Support;

/// <summary>The repository's own configuration with many more services in staging and production.</summary>
public static class LargeWorkspace
{
    public static TemporaryWorkspace Make(int services) => new TemporaryWorkspace()
        .Insert("stacks/environments/base.json", "\"services\": {", services, Service)
        .Insert("Pulumi.staging.yaml", "release-infra:release:", services, Release)
        .Insert("Pulumi.production.yaml", "release-infra:release:", services, Release);

    private static TemporaryWorkspace Insert(this TemporaryWorkspace workspace, string file, string after, int count, Func<int, string> entry) =>
        workspace.Replace(file, after, after + string.Concat(Enumerable.Range(0, count).Select(index => '\n' + entry(index))));

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
