using System.Collections.Immutable;
using Pulumi;

namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>A resource as the program declared it.</summary>
/// <param name="Parent">Logical name; empty for what stands directly in the stack.</param>
/// <param name="DependsOn">Logical names, sorted: what it waits for beyond what its inputs say.</param>
public sealed record DeclaredResource(
    string Type,
    string Name,
    ImmutableDictionary<string, object> Inputs,
    string Parent,
    bool Protect,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> IgnoreChanges,
    bool DeleteBeforeReplace,
    ResourceArgs Args)
{
    public bool IsComponent => Type.StartsWith("release-infra:", StringComparison.Ordinal);

    /// <param name="path">As in <c>configuration.ingress.traffic.0.weight</c>.</param>
    /// <returns>Null where there is nothing at the path. Numbers are doubles.</returns>
    public object? this[string path]
    {
        get
        {
            object? value = Inputs;
            foreach (var part in path.Split('.'))
            {
                value = value switch
                {
                    ImmutableDictionary<string, object> map => map.GetValueOrDefault(part),
                    ImmutableArray<object> list => list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)],
                    _ => null,
                };
            }

            return value;
        }
    }

    public IReadOnlyList<object> List(string path) => this[path] is ImmutableArray<object> list ? list : [];
}
